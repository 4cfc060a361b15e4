import type { ReactNode } from 'react';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { PageHeader } from '@/components/ui/page-header';
import { Stack } from '@/components/ui/surface';
import { Tabs } from '@/components/ui/tabs';
import type { OverviewSearch } from '@/lib/diagnostics/overviews/overview-filter';
import type { OverviewHead } from '@/lib/diagnostics/overviews/overview-queries';
import { outOf } from '@/lib/diagnostics/overviews/overview-shape';
import { STANDING_WORDS, WITHOUT_OBJECTIVITY_WORDS } from '@/lib/diagnostics/overviews/overview-words';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';

type Props = {
  head: OverviewHead;
  search: OverviewSearch;
  current: 'overview' | 'grid' | 'change' | 'schools';
  title: string;
  children: ReactNode;
};

/** «2019/20 · Ежегодная диагностика». */
export const campaignWords = (campaign: { year: number; title: string }) =>
  `${formatSchoolYear(campaign.year)}${campaign.title ? ` · ${campaign.title}` : ''}`;

const ADDRESS = {
  overview: links.dashboard(),
  grid: links.overviewGrid({}),
  change: links.overviewChange({}),
  schools: links.overviewSchools({}),
};

/** The search as it stands in the address: a number is words there. */
const wordsOf = (search: OverviewSearch): ListAddress['params'] =>
  Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, value === undefined ? value : String(value)]),
  );

/** What all dashboards share: which campaign, whose cards, with or without the objectivity zone; the way between them. */
export function OverviewFrame({ head, search, current, title, children }: Props) {
  const kept = { campaign: head.campaign.id, standing: search.standing, zone: search.zone };
  return (
    <Stack gap="medium">
      <PageHeader
        title={title}
        overline={campaignWords(head.campaign)}
        lead={`Посчитано ${STANDING_WORDS[head.standing]}: ${outOf(head.outcomes, head.campaign.roster)} школ${search.zone === 'results' ? `, ${WITHOUT_OBJECTIVITY_WORDS}` : ''}. Это не рейтинг: школы стоят по алфавиту.`}
      />
      <FilterBar
        label="Что показать"
        address={{ path: ADDRESS[current], params: wordsOf(search) }}
        filters={[
          {
            kind: 'select',
            name: 'campaign',
            label: 'Кампания',
            all: 'Последняя с принятыми картами',
            options: head.campaigns.map((one) => ({ value: one.id, label: campaignWords(one) })),
          },
          ...(head.maySeeSubmitted
            ? [
                {
                  kind: 'select' as const,
                  name: 'standing',
                  label: 'Какие карты',
                  all: 'Принятые',
                  options: [{ value: 'submitted', label: 'Все отправленные' }],
                },
              ]
            : []),
          {
            kind: 'select',
            name: 'zone',
            label: 'Сумма',
            all: 'Вся',
            options: [{ value: 'results', label: 'Без зоны объективности' }],
          },
        ]}
      />
      <Tabs
        label="Показатели"
        tabs={[
          { href: links.overview(kept), title: 'Сводка', current: current === 'overview' },
          { href: links.overviewGrid(kept), title: 'Школы и критерии', current: current === 'grid' },
          { href: links.overviewChange(kept), title: 'Изменение', current: current === 'change' },
          { href: links.overviewSchools(kept), title: 'Перечень школ', current: current === 'schools' },
          { href: links.objectivity(), title: 'Карта объективности', current: false },
        ]}
      />
      {children}
    </Stack>
  );
}
