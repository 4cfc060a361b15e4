import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack } from '@/components/ui/surface';
import type { EventCounters } from '@/lib/events/event-queries';
import type { PlanAndFact } from '@/lib/events/plan-and-fact';
import { directionWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import { formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { EventTabs } from './event-tabs';

type Props = { page: EventCounters; address: ListAddress };
type DirectionRow = EventCounters['directions'][number];
type SchoolRow = EventCounters['schools'][number];

const number = <Row,>(key: string, title: string, of: (row: Row) => number): Column<Row> => ({
  ...{ key, title, align: 'end' },
  cell: (row) => formatNumber(of(row)),
});

const NORMS: readonly Column<PlanAndFact>[] = [
  { key: 'form', title: 'Форма', main: true, cell: ({ form }) => form.name },
  { key: 'norm', title: 'Норма', align: 'end', cell: ({ min, max }) => (min === max ? min : `${min}–${max}`) },
  number('plan', 'В плане', ({ plan }) => plan),
  number('fact', 'Прошло', ({ fact }) => fact),
];

const DIRECTIONS: readonly Column<DirectionRow>[] = [
  { key: 'direction', title: 'Направление', main: true, cell: ({ direction }) => directionWords(direction) },
  number('planned', 'Предстоит', ({ planned }) => planned),
  number('held', 'Прошло', ({ held }) => held),
  number('cancelled', 'Отменено', ({ cancelled }) => cancelled),
  number('attended', 'Пришло участников', ({ attended }) => attended),
];

/** A school's line leads to its events of the year. */
const schoolColumns = (year: number): readonly Column<SchoolRow>[] => [
  {
    key: 'school',
    title: 'Школа',
    main: true,
    cell: ({ schoolId, name }) => (
      <SiteLink href={links.events({ school: schoolId, year: String(year) })} className="link">
        {name}
      </SiteLink>
    ),
  },
  number('hosted', 'На её базе', ({ hosted }) => hosted),
  number('invited', 'Приглашена', ({ invited }) => invited),
  number('registered', 'Записана', ({ registered }) => registered),
  number('attended', 'Участвовала', ({ attended }) => attended),
];

/** A school year in numbers. Schools stand in alphabetical order: this is no ranking. */
export function CountersScreen({ page, address }: Props) {
  const years = Array.from({ length: 8 }, (_, index) => page.presentYear + 1 - index);
  return (
    <>
      <PageHeader
        title={`Итоги года: ${formatSchoolYear(page.year)}`}
        crumbs={[{ href: links.events(), title: 'Мероприятия' }]}
        lead="Сколько мероприятий по направлениям и по школам. Отменённые у школ не считаются."
      />
      <EventTabs now="counters" canChange={page.canChange} canCount />
      <FilterBar
        address={address}
        filters={[
          {
            ...{
              kind: 'select',
              name: 'year',
              label: 'Учебный год',
              all: `Текущий, ${formatSchoolYear(page.presentYear)}`,
            },
            options: years
              .filter((year) => year !== page.presentYear)
              .map((year) => ({ value: String(year), label: formatSchoolYear(year) })),
          },
        ]}
      />
      <Stack>
        {page.norms.length > 0 && (
          <Section title="Норма, план и факт">
            <DataTable caption="Норма, план и факт" columns={NORMS} rows={page.norms} rowKey={({ form }) => form.id} />
          </Section>
        )}
        <Section title="По направлениям">
          <DataTable
            caption="Мероприятия по направлениям"
            columns={DIRECTIONS}
            rows={page.directions}
            rowKey={({ direction }) => direction ?? ''}
            empty={<EmptyState title="В этом году мероприятий нет">Выберите другой учебный год.</EmptyState>}
          />
        </Section>
        <Section title="По школам" lead="«Приглашена» – с учётом мероприятий для всех школ.">
          <DataTable
            caption="Мероприятия по школам"
            columns={schoolColumns(page.year)}
            rows={page.schools}
            rowKey={({ schoolId }) => schoolId}
          />
        </Section>
      </Stack>
    </>
  );
}
