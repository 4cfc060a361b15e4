import { LineTrend } from '@/components/chart/line-trend';
import { Section } from '@/components/ui/surface';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { SupportPage } from '@/lib/support/support-queries';

/** What has changed over the years of its cards. */
export function Trend({ page }: { page: SupportPage }) {
  const years = page.standing.years.toReversed();
  const [first] = years;
  const last = years.at(-1);
  if (!first || !last) return null;
  return (
    <Section title="Что изменилось">
      <LineTrend
        title="Сумма отрицательных критериев"
        sentence={`Чем меньше сумма, тем лучше результаты. Сумма ${first.sum} в ${formatSchoolYear(first.year)} и ${last.sum} в ${formatSchoolYear(last.year)}.`}
        labelTitle="Учебный год"
        valueTitle="Сумма"
        points={years.map(({ year, sum, max, isListed }) => ({
          ...{ label: formatSchoolYear(year), value: sum, max },
          note: isListed ? `в списке (${page.publicLabel})` : '',
        }))}
      />
    </Section>
  );
}
