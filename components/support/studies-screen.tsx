import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { STUDY_METHODS, STUDY_STATES } from '@/lib/support/studies/study';
import type { StudiesPage } from '@/lib/support/studies/study-queries';
import { METHOD_WORDS, methodTitle, STUDY_FORMS, STUDY_STATE_WORDS } from '@/lib/support/words';
import { StudyBadge } from './case-badges';
import { SupportTabs } from './support-tabs';

type Row = StudiesPage['rows'][number];
const YEARS = 4;

const columnsOf = ({ today }: StudiesPage): readonly Column<Row>[] => [
  {
    key: 'study',
    title: 'Исследование',
    main: true,
    width: '34%',
    cell: (row) => (
      <>
        <SiteLink href={links.study(row.id)} className="link font-medium">
          {methodTitle(row.method)}
        </SiteLink>
        {row.object && <span className="block text-sm font-normal text-ink-soft">{row.object}</span>}
      </>
    ),
  },
  { key: 'school', title: 'Школа', sortable: true, cell: ({ schoolName }) => schoolName },
  { key: 'day', title: 'День', sortable: true, cell: ({ day }) => formatDay(day) },
  { key: 'heldBy', title: 'Кто проводит', cell: ({ heldBy }) => heldBy || 'не назначен' },
  { key: 'state', title: 'Состояние', cell: (row) => <StudyBadge study={row} today={today} /> },
];

const filtersOf = ({ surveys, present }: StudiesPage): readonly Filter[] => [
  { kind: 'search', name: 'q', label: 'Школа, тема или вывод' },
  {
    kind: 'select',
    name: 'method',
    label: 'Способ',
    all: 'Любой',
    options: STUDY_METHODS.map((method) => ({ value: method, label: METHOD_WORDS[method] })),
  },
  {
    kind: 'select',
    name: 'state',
    label: 'Состояние',
    all: 'Любое',
    options: [
      { value: 'overdue', label: 'день прошёл' },
      ...STUDY_STATES.map((state) => ({ value: state, label: STUDY_STATE_WORDS[state] })),
    ],
  },
  ...(surveys.length > 0
    ? [
        {
          kind: 'select' as const,
          name: 'survey',
          label: 'Обследование',
          all: 'Все и без обследования',
          options: surveys.map(({ id, title }) => ({ value: id, label: title })),
        },
      ]
    : []),
  {
    kind: 'select',
    name: 'year',
    label: 'Учебный год',
    all: 'Все годы',
    options: Array.from({ length: YEARS }, (_, index) => present + 1 - index).map((year) => ({
      value: String(year),
      label: formatSchoolYear(year),
    })),
  },
];

/** Studies of all schools: document checks, interviews, visits and the rest, planned and held. */
export function StudiesScreen({ page, address }: { page: StudiesPage; address: ListAddress }) {
  const { rows, total, canWork } = page;
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.support(), title: 'Сопровождение' }]}
        title="Исследования"
        lead="Как искали причины: что проверили, с кем говорили, к какому выводу пришли и о чём договорились."
        actions={
          canWork && (
            <ButtonLink href={links.newStudy()} icon="plus">
              Новое исследование
            </ButtonLink>
          )
        }
      />
      <SupportTabs now="studies" canChange={page.canChange} />
      <FilterBar address={address} filters={filtersOf(page)} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">
          Найдено: {count(total, STUDY_FORMS)}
          {total > rows.length && `, показаны первые ${rows.length}; остальные – в файле`}
        </p>
        {rows.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.studiesExport() }, {})} what="исследования" />
        )}
      </div>
      <DataTable
        caption="Исследования"
        columns={columnsOf(page)}
        rows={rows}
        rowKey={({ id }) => id}
        address={address}
        defaultSort="-day"
        empty={
          <EmptyState title="Исследований не нашлось" icon="search">
            Измените или сбросьте отбор. Новое исследование заводят здесь или на странице школы; обследование планирует
            их сразу для многих школ.
          </EmptyState>
        }
      />
    </>
  );
}
