import type { SchoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import type { OverviewSchoolsPage } from '@/lib/diagnostics/overviews/overview-queries';
import { schoolsWords } from '@/lib/diagnostics/overviews/overview-shape';
import { CHANGE_WORDS, POINT_WORDS } from '@/lib/diagnostics/overviews/overview-words';

type Page = Pick<OverviewSchoolsPage, 'total' | 'item' | 'method' | 'publicLabel'>;

/** What the list is of, in words: «5 школ: предлагается в список». */
export function chosenWords(page: Page, search: SchoolsSearch): string {
  const verdict = (code: string | undefined) => page.method.verdicts.find((one) => one.code === code)?.words;
  const parts = [
    verdict(search.verdict),
    search.item && `${search.item} – ${POINT_WORDS[search.point ?? 'yes']}`,
    search.sum !== undefined && `сумма ${search.sum}`,
    search.from && `раньше: ${verdict(search.from) ?? search.from}`,
    search.to && `теперь: ${verdict(search.to) ?? search.to}`,
    search.change && CHANGE_WORDS[search.change],
    search.listed && `в утверждённом списке (${page.publicLabel})`,
    search.q && `«${search.q}»`,
  ].filter(Boolean);
  return parts.length > 0 ? `${schoolsWords(page.total)}: ${parts.join('; ')}` : schoolsWords(page.total);
}
