import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { SupportList } from '@/lib/support/cases/case-queries';
import { CASE_FORMS, STATUS_WORDS } from '@/lib/support/words';
import { CaseBadges } from './case-badges';
import { SupportTabs } from './support-tabs';

type Row = SupportList['rows'][number];

const causesWords = ({ causes, confirmed }: Row): string =>
  causes === 0 ? 'не отмечены' : `подтверждено ${confirmed} из ${causes}`;

const columnsOf = (page: SupportList): readonly Column<Row>[] => [
  {
    key: 'school',
    title: 'Школа',
    main: true,
    sortable: true,
    cell: (row) => (
      <SiteLink href={links.schoolSupport(row.schoolId, { year: String(page.year) })} className="link font-medium">
        {row.schoolName.replaceAll('№ ', '№\u00a0')}
      </SiteLink>
    ),
  },
  { key: 'state', title: 'Состояние', cell: (row) => <CaseBadges standing={row} /> },
  {
    key: 'curators',
    title: 'Куратор',
    cell: ({ curators }) => (curators.length === 0 ? 'не назначен' : curators.join(', ')),
  },
  { key: 'causes', title: 'Причины', cell: causesWords },
  { key: 'late', title: 'Просрочено', align: 'end', sortable: true, cell: ({ late }) => late },
  {
    key: 'ground',
    title: 'Основание',
    width: '24%',
    cell: ({ ground }) => <span className="line-clamp-2">{ground}</span>,
  },
];

const filtersOf = (page: SupportList): readonly Filter[] => [
  { kind: 'search', name: 'q', label: 'Школа, куратор или основание' },
  {
    kind: 'select',
    name: 'state',
    label: 'Состояние',
    all: 'Любое',
    options: [
      { value: 'OPEN', label: STATUS_WORDS.OPEN },
      { value: 'crisis', label: 'кризисный режим' },
      { value: 'late', label: 'есть просроченное' },
      { value: 'alone', label: 'без куратора' },
      { value: 'PAUSED', label: STATUS_WORDS.PAUSED },
      { value: 'EXITED', label: STATUS_WORDS.EXITED },
      { value: 'CONTINUED', label: STATUS_WORDS.CONTINUED },
    ],
  },
  ...(page.curators.length > 0
    ? [
        {
          kind: 'select' as const,
          name: 'curator',
          label: 'Куратор',
          all: 'Любой',
          options: page.curators.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
        },
      ]
    : []),
  {
    kind: 'select',
    name: 'year',
    label: 'Учебный год',
    all: formatSchoolYear(page.present),
    options: page.years
      .filter((year) => year !== page.present)
      .map((year) => ({ value: String(year), label: formatSchoolYear(year) })),
  },
];

/** Every school that is supported in a year: its state, curator, causes and what is late; those in crisis first. */
export function SupportListScreen({ page, address }: { page: SupportList; address: ListAddress }) {
  const { numbers, canChange, year, present } = page;
  const at = year === present ? {} : { year: String(year) };
  return (
    <>
      <PageHeader
        title="Сопровождение школ"
        lead={`Учебный год ${formatSchoolYear(year)}. Откройте школу, чтобы увидеть, что нашли, что делается, что просрочено и что изменилось.`}
        actions={
          canChange && (
            <ButtonLink href={links.openSupport()} icon="plus">
              Открыть сопровождение
            </ButtonLink>
          )
        }
      />
      <SupportTabs now="cases" canChange={canChange} />
      <div className="mb-6">
        <Columns count={4}>
          <Stat label="Сопровождаются" value={numbers.open} href={links.support({ ...at, state: 'OPEN' })} />
          <Stat label="Кризисный режим" value={numbers.crisis} href={links.support({ ...at, state: 'crisis' })} />
          <Stat label="Есть просроченное" value={numbers.late} href={links.support({ ...at, state: 'late' })} />
          <Stat label="Без куратора" value={numbers.alone} href={links.support({ ...at, state: 'alone' })} />
        </Columns>
      </div>
      <FilterBar address={address} filters={filtersOf(page)} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(page.rows.length, CASE_FORMS)}</p>
        {page.rows.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.supportExport() }, {})} what="сопровождение" />
        )}
      </div>
      <DataTable
        caption="Сопровождение школ"
        columns={columnsOf(page)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="school"
        empty={<Nothing page={page} />}
      />
    </>
  );
}

function Nothing({ page: { numbers, canChange } }: { page: SupportList }) {
  if (numbers.all > 0)
    return (
      <EmptyState title="Таких школ не нашлось" icon="search">
        Измените или сбросьте отбор.
      </EmptyState>
    );
  return (
    <EmptyState
      title="В этом году сопровождение ещё не открыто"
      icon="school"
      actions={canChange && <ButtonLink href={links.openSupport()}>Открыть сопровождение</ButtonLink>}
    >
      {canChange
        ? 'Откройте его одной кнопкой для всех школ утверждённого списка или по просьбе отдельной школы.'
        : 'Карточки школ появятся здесь, когда центр откроет сопровождение и закрепит за вами школы.'}
    </EmptyState>
  );
}
