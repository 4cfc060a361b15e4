import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { monthWords } from '@/lib/roadmaps/month-words';
import type { RoadmapPage } from '@/lib/roadmaps/roadmap-queries';
import { ROW_STATES } from '@/lib/roadmaps/row-moves';
import { ROW_STATE_WORDS } from '@/lib/roadmaps/words';

type Props = { page: RoadmapPage; address: ListAddress; withState?: boolean };

/** Search and filters of the rows of one plan; the board has its states as columns. */
export function PlanFilters({ page, address, withState = false }: Props) {
  return (
    <FilterBar
      address={address}
      filters={[
        { kind: 'search', name: 'q', label: 'Мероприятие или результат' },
        ...(page.sections.length > 0
          ? [
              {
                kind: 'select' as const,
                name: 'section',
                label: 'Раздел',
                all: 'Все разделы',
                options: page.sections.map(({ id, number, title, progress }) => ({
                  value: id,
                  label: `${`${number} ${title}`.trim().slice(0, 70)} (${progress.done} из ${progress.total})`,
                })),
              },
            ]
          : []),
        {
          kind: 'select',
          name: 'organisation',
          label: 'Кто отвечает',
          all: 'Все',
          options: page.organisations.map((one) => ({ value: one, label: one.slice(0, 70) })),
        },
        {
          kind: 'select',
          name: 'month',
          label: 'Месяц',
          all: 'Любой',
          options: page.months.map((month) => ({ value: month, label: monthWords(month) })),
        },
        ...(withState
          ? [
              {
                kind: 'select' as const,
                name: 'state',
                label: 'Состояние',
                all: 'Любое',
                options: [
                  { value: 'late', label: 'срок прошёл' },
                  { value: 'open', label: 'не закончено' },
                  ...ROW_STATES.map((state) => ({ value: state, label: ROW_STATE_WORDS[state] })),
                ],
              },
            ]
          : []),
      ]}
    />
  );
}
