import { DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { RecommendationSchools } from '@/lib/recommendations/recommendation-queries';
import { RecommendationTabs } from './recommendation-tabs';

type Row = RecommendationSchools['rows'][number];

/** A number that leads to what it counts; nothing leads nowhere. */
const Count = ({ row, state, value }: { row: Row; state: string; value: number }) =>
  value === 0 ? (
    '0'
  ) : (
    <SiteLink href={links.recommendations({ school: row.id, state })} className="link">
      {value}
    </SiteLink>
  );

/** Every school with how its recommendations stand this year. */
export function SchoolsScreen({ page, address }: { page: RecommendationSchools; address: ListAddress }) {
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.recommendations(), title: 'Рекомендации' }]}
        title="Рекомендации по школам"
        lead={`Учебный год ${formatSchoolYear(page.year)}. Откройте школу, чтобы увидеть её баллы с причинами и меры, которые предлагает каталог.`}
      />
      <RecommendationTabs now="schools" />
      <FilterBar address={address} filters={[{ kind: 'search', name: 'q', label: 'Школа' }]} />
      <DataTable
        caption="Школы и их рекомендации"
        address={address}
        defaultSort="name"
        rows={page.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            title: 'Школа',
            main: true,
            sortable: true,
            cell: (row) => (
              <SiteLink href={links.schoolRecommendations(row.id)} className="link font-medium">
                {row.name}
              </SiteLink>
            ),
          },
          { key: 'drafts', title: 'Черновики', align: 'end', cell: ({ drafts }) => drafts },
          {
            key: 'open',
            title: 'Ждём от школы',
            align: 'end',
            sortable: true,
            cell: (row) => <Count row={row} state="open" value={row.open} />,
          },
          {
            key: 'late',
            title: 'Срок прошёл',
            align: 'end',
            sortable: true,
            cell: (row) => <Count row={row} state="late" value={row.late} />,
          },
          {
            key: 'waiting',
            title: 'Ждут ответа центра',
            align: 'end',
            sortable: true,
            cell: (row) => <Count row={row} state="waiting" value={row.waiting} />,
          },
          {
            key: 'done',
            title: 'Подтверждено',
            align: 'end',
            cell: (row) => <Count row={row} state="DONE" value={row.done} />,
          },
        ]}
        empty={
          <EmptyState title="Школ не нашлось" icon="search">
            Измените или сбросьте поиск.
          </EmptyState>
        }
      />
    </>
  );
}
