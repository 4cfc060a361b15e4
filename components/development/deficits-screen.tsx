import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import type { DeficitsPage } from '@/lib/development/deficit-queries';
import { RECORD_FORMS } from '@/lib/development/words';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { countWords } from '@/lib/kernel/small-count';
import { DevelopmentTabs } from './development-tabs';
import { ListHead } from './list-head';
import { schoolFilter, yearFilter } from './year-filter';

type Row = DeficitsPage['rows'][number];

const columnsOf = ({ isSchool }: DeficitsPage): readonly Column<Row>[] => [
  {
    key: 'name',
    title: 'Предмет и дефицит',
    main: true,
    sortable: true,
    cell: (row) => (
      <SiteLink href={links.deficit(row.id)} className="link font-medium">
        {row.subject}: {row.word}
      </SiteLink>
    ),
  },
  ...(isSchool ? [] : [{ key: 'school', title: 'Школа', sortable: true, cell: ({ schoolName }: Row) => schoolName }]),
  {
    key: 'number',
    title: 'Педагогов',
    sortable: true,
    cell: ({ teachers, ofTeachers }) => `${countWords(teachers)} из ${ofTeachers}`,
  },
  { key: 'source', title: 'Откуда известно', cell: ({ source, foundOn }) => `${source}, ${formatDay(foundOn)}` },
];

/** How many teachers of a subject in a school have a deficit: counts, never a list of people. */
export function DeficitsScreen({ page, address }: { page: DeficitsPage; address: ListAddress }) {
  const add = page.canReport && (
    <ButtonLink href={links.newDeficit()} icon="plus">
      Записать дефицит
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Профессиональные дефициты"
        lead={
          page.canReport
            ? 'Сколько педагогов, по какому предмету и чего им не хватает. Имена – только с письменного согласия и только для школы и центра.'
            : 'Сколько педагогов, по какому предмету и чего им не хватает. Числа от 1 до 4 показаны как «менее 5».'
        }
        actions={
          <>
            {page.canChange && (
              <ButtonLink href={links.developmentWords()} variant="secondary" icon="list">
                Справочники
              </ButtonLink>
            )}
            {add}
          </>
        }
      />
      <DevelopmentTabs now="deficits" year={page.search.year} />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: page.isSchool ? 'Предмет или дефицит' : 'Школа, предмет или дефицит' },
          ...schoolFilter(page.schools),
          {
            kind: 'select',
            name: 'word',
            label: 'Дефицит',
            all: 'Любой',
            options: page.words.map(({ id, name }) => ({ value: id, label: name })),
          },
          yearFilter(page.years),
        ]}
      />
      <ListHead
        found={count(page.rows.length, RECORD_FORMS)}
        list="deficits"
        what="дефициты"
        address={address}
        isEmpty={page.rows.length === 0}
      />
      <DataTable
        caption="Профессиональные дефициты"
        columns={columnsOf(page)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="school"
        empty={
          <EmptyState title="Записей нет" icon="people" actions={add}>
            {page.canReport
              ? 'Снимите часть условий или запишите первый дефицит: школа, предмет, чего не хватает и скольким педагогам.'
              : 'Снимите часть условий: школы и центр ещё ничего не записали за этот год.'}
          </EmptyState>
        }
      />
    </>
  );
}
