import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { monthWords } from '@/lib/roadmaps/month-words';
import { isLate } from '@/lib/roadmaps/plan';
import type { DueRowsPage } from '@/lib/roadmaps/roadmap-queries';
import { ROW_STATES } from '@/lib/roadmaps/row-moves';
import { ROW_STATE_WORDS } from '@/lib/roadmaps/words';
import { RowStateBadge } from './state-badge';

/** Rows of every approved plan, the nearest deadline first: what is late, what waits for a check, what is due this month. */
export function DueRowsScreen({ page, params }: { page: DueRowsPage; params: ListAddress['params'] }) {
  const address = { path: links.roadmapRows(), params };
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.roadmaps(), title: 'Дорожные карты' }]}
        title="Строки по срокам"
        lead="Мероприятия утверждённых дорожных карт: сначала те, чей срок ближе. Строки без даты – в конце."
      />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: 'Мероприятие, ответственный или школа' },
          {
            kind: 'select',
            name: 'of',
            label: 'Чья карта',
            all: 'Все',
            options: [
              { value: 'municipality', label: 'Муниципалитета' },
              { value: 'schools', label: page.isSchool ? 'Школы' : 'Школ' },
            ],
          },
          {
            kind: 'select',
            name: 'month',
            label: 'Месяц',
            all: 'Любой',
            options: page.months.map((month) => ({ value: month, label: monthWords(month) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: 'Состояние',
            all: 'Любое',
            options: [
              { value: 'open', label: 'не закончено' },
              { value: 'late', label: 'срок прошёл' },
              ...ROW_STATES.map((state) => ({ value: state, label: ROW_STATE_WORDS[state] })),
            ],
          },
        ]}
      />
      <DataTable
        caption="Строки дорожных карт"
        rows={page.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'measure',
            title: 'Мероприятие',
            main: true,
            cell: (row) => (
              <SiteLink href={links.roadmapRow(row.roadmapId, row.id)} className="link font-medium">
                {[row.number, row.measure].filter(Boolean).join(' ')}
              </SiteLink>
            ),
          },
          {
            key: 'roadmap',
            title: 'Дорожная карта',
            cell: (row) => (
              <SiteLink href={links.roadmap(row.roadmapId)} className="link">
                {row.schoolName ?? 'муниципалитета'}
              </SiteLink>
            ),
          },
          {
            key: 'term',
            title: 'Срок',
            cell: (row) => (
              <>
                {row.term || 'не указан'}
                {row.due && <span className="block text-sm text-ink-soft">до {formatDay(row.due)}</span>}
              </>
            ),
          },
          { key: 'responsible', title: 'Ответственные', cell: (row) => row.responsible || '–' },
          {
            key: 'state',
            title: 'Состояние',
            cell: (row) => <RowStateBadge state={row.state} isLate={isLate(row, page.today)} />,
          },
        ]}
        empty={
          <EmptyState title="Строк не нашлось" icon="roadmap">
            Измените или сбросьте отбор. Здесь только утверждённые дорожные карты.
          </EmptyState>
        }
      />
      {page.rows.length > 0 && (
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <p className="text-sm text-ink-soft">
            Строк: {page.rows.length}
            {page.isCut && ' – показаны ближайшие по сроку, остальные найдёт отбор'}
          </p>
          <DownloadLink href={listHref({ ...address, path: links.roadmapRowsExport() }, {})} what="строки по срокам" />
        </div>
      )}
    </>
  );
}
