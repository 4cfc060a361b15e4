import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import { firstPage, type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import type { VisitsPage } from '@/lib/visits/visit-queries';
import { VISIT_FORMS } from '@/lib/visits/words';
import { VisitTabs } from './visit-tabs';

type Row = VisitsPage['rows'][number];

/** «2 из 3», and that some are late. */
export function AgreedBadge({ visit }: { visit: Pick<Row, 'actions' | 'done' | 'late'> }) {
  if (visit.actions === 0) return <>–</>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {visit.done} из {visit.actions}
      {visit.late > 0 && (
        <Badge tone="danger" icon="warning">
          просрочено: {visit.late}
        </Badge>
      )}
    </span>
  );
}

const columnsOf = ({ isSchool, canWrite }: VisitsPage): readonly Column<Row>[] => [
  {
    key: 'object',
    title: 'Что смотрели',
    main: true,
    cell: (row) => (
      <SiteLink className="link font-medium" href={links.visit(row.id)}>
        {row.object}
      </SiteLink>
    ),
  },
  { key: 'on', title: 'Дата', sortable: true, cell: (row) => formatDay(row.on) },
  ...(isSchool ? [] : [{ key: 'school', title: 'Школа', sortable: true, cell: (row: Row) => row.schoolName }]),
  { key: 'kind', title: 'Вид', cell: (row) => row.kind },
  { key: 'agreed', title: 'Договорённости', cell: (row) => <AgreedBadge visit={row} /> },
  ...(canWrite
    ? [
        {
          key: 'open',
          title: 'Школа видит',
          cell: (row: Row) => (row.publishedAt ? 'да' : <Badge icon="lock">ещё нет</Badge>),
        },
      ]
    : []),
];

const filtersOf = ({ isSchool, canWrite, schools, kinds }: VisitsPage): readonly Filter[] => [
  { kind: 'search', name: 'q', label: isSchool ? 'Слова записи' : 'Школа или слова записи' },
  ...(isSchool
    ? []
    : [
        {
          kind: 'select' as const,
          name: 'school',
          label: 'Школа',
          all: 'Все школы',
          options: schools.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]),
  {
    kind: 'select',
    name: 'kind',
    label: 'Вид',
    all: 'Любой',
    options: kinds.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    kind: 'select',
    name: 'state',
    label: 'Состояние',
    all: 'Любое',
    options: [
      { value: 'open', label: 'есть невыполненное' },
      { value: 'late', label: 'есть просроченное' },
      ...(canWrite ? [{ value: 'draft', label: 'школа ещё не видит' }] : []),
    ],
  },
];

/** Visits and interviews: of the centre all, of a curator those of his schools, of a school what was opened to it. */
export function VisitsScreen({ page, address }: { page: VisitsPage; address: ListAddress }) {
  const next = (page.search.after ?? 0) + page.rows.length;
  return (
    <>
      <PageHeader
        title="Визиты и консультации"
        lead={
          page.isSchool
            ? 'Записи о визитах в вашу школу и ответы на ваши вопросы.'
            : 'Кто был в школе, что увидел, о чём договорились и что из этого сделано.'
        }
        actions={
          page.canWrite ? (
            <ButtonLink href={links.newVisit()} icon="plus">
              Записать визит
            </ButtonLink>
          ) : (
            page.isSchool && (
              <ButtonLink href={links.newConsultation()} icon="plus">
                Попросить консультацию
              </ButtonLink>
            )
          )
        }
      />
      <VisitTabs now="visits" canReport={page.canReport} canSet={page.canSet} />
      <div className="mb-6">
        <Columns count={2}>
          <Stat label="Записей о визитах" value={page.all} href={links.visits()} />
          <Stat label="Договорённостей просрочено" value={page.late} href={links.visits({ state: 'late' })} />
        </Columns>
      </div>
      <FilterBar address={address} filters={filtersOf(page)} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(page.total, VISIT_FORMS)}</p>
        {page.rows.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.visitsExport() }, firstPage)} what="визиты" />
        )}
      </div>
      <DataTable
        caption="Визиты"
        columns={columnsOf(page)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="-on"
        empty={
          page.all > 0 ? (
            <EmptyState
              title="Таких визитов не нашлось"
              icon="search"
              actions={
                <ButtonLink href={links.visits()} variant="secondary">
                  Показать все
                </ButtonLink>
              }
            >
              Снимите часть условий.
            </EmptyState>
          ) : (
            <EmptyState title="Визитов ещё нет" icon="visit">
              {page.canWrite
                ? 'Запишите первый: чек-лист подскажет, на что смотреть, а договорённости напомнят о сроках.'
                : 'Запись появится здесь, когда её автор откроет её школе.'}
            </EmptyState>
          )
        }
      />
      {page.rows.length > 0 && (
        <Pagination
          address={address}
          {...(next < page.total && { after: String(next) })}
          {...(page.search.after && { before: '0' })}
          shown={page.rows.length}
          total={page.total}
          forms={VISIT_FORMS}
        />
      )}
    </>
  );
}
