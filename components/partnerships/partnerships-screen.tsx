import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import { firstPage, type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { MODELS } from '@/lib/partnerships/partnership';
import { PARTNERSHIP_STATES } from '@/lib/partnerships/partnership-moves';
import type { PartnershipsPage } from '@/lib/partnerships/partnership-queries';
import { MODEL_WORDS, PARTNERSHIP_FORMS, STATE_WORDS } from '@/lib/partnerships/words';
import { PartnerTabs } from './partner-tabs';
import { PartnershipBadge } from './partnership-badge';

type Row = PartnershipsPage['rows'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'school',
    title: 'Школа',
    main: true,
    sortable: true,
    cell: (row) => (
      <SiteLink href={links.partnership(row.id)} className="link font-medium">
        {row.schoolName}
      </SiteLink>
    ),
  },
  { key: 'partner', title: 'Партнёр', sortable: true, cell: (row) => row.partnerName },
  { key: 'model', title: 'Модель', cell: (row) => MODEL_WORDS[row.model] },
  { key: 'year', title: 'Учебный год', cell: (row) => formatSchoolYear(row.year) },
  {
    key: 'works',
    title: 'Встречи',
    cell: (row) => (row.lastWork ? `${row.works}, последняя ${formatDay(row.lastWork)}` : 'ещё не было'),
  },
  { key: 'state', title: 'Состояние', cell: (row) => <PartnershipBadge state={row.state} /> },
];

const filtersOf = ({ years, isSchool }: PartnershipsPage): readonly Filter[] => [
  { kind: 'search', name: 'q', label: 'Школа, партнёр, тема или номер соглашения' },
  {
    kind: 'select',
    name: 'state',
    label: 'Состояние',
    all: 'Действующие',
    options: [
      ...PARTNERSHIP_STATES.filter((state) => !isSchool || state !== 'PROPOSED').map((state) => ({
        value: state,
        label: STATE_WORDS[state],
      })),
      { value: 'all', label: 'все, и завершённые' },
    ],
  },
  {
    kind: 'select',
    name: 'model',
    label: 'Модель',
    all: 'Любая',
    options: MODELS.map((model) => ({ value: model, label: MODEL_WORDS[model] })),
  },
  ...(years.length > 1
    ? [
        {
          kind: 'select' as const,
          name: 'year',
          label: 'Учебный год',
          all: 'Все годы',
          options: years.map((year) => ({ value: String(year), label: formatSchoolYear(year) })),
        },
      ]
    : []),
];

/** Partnerships: of the centre and the department all, of a school those on either side of which it stands. */
export function PartnershipsScreen({ page, address }: { page: PartnershipsPage; address: ListAddress }) {
  const next = (page.search.after ?? 0) + page.rows.length;
  return (
    <>
      <PageHeader
        title="Партнёры"
        lead={
          page.isSchool
            ? 'Кто помогает вашей школе и кому помогаете вы: соглашение, совместный план и встречи.'
            : 'Кто кому помогает: школы, университеты, дополнительное образование и ПМС-центры.'
        }
        actions={
          page.canChange && (
            <ButtonLink href={links.newPartnership()} icon="plus">
              Предложить партнёрство
            </ButtonLink>
          )
        }
      />
      <PartnerTabs now="list" canPropose={page.canPropose} />
      <div className="mb-6">
        <Columns count={2}>
          <Stat label="Идут сейчас" value={page.running} href={links.partnerships({ state: 'RUNNING' })} />
          <Stat label="Ждут ответа партнёра" value={page.asked} href={links.partnerships({ state: 'ASKED' })} />
        </Columns>
      </div>
      <FilterBar address={address} filters={filtersOf(page)} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(page.total, PARTNERSHIP_FORMS)}</p>
        {page.rows.length > 0 && (
          <DownloadLink
            href={listHref({ ...address, path: links.partnershipsExport() }, firstPage)}
            what="партнёрства"
          />
        )}
      </div>
      <DataTable
        caption="Партнёрства"
        columns={COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="-updated"
        empty={<Nothing page={page} />}
      />
      {page.rows.length > 0 && (
        <Pagination
          address={address}
          {...(next < page.total && { after: String(next) })}
          {...(page.search.after && { before: '0' })}
          shown={page.rows.length}
          total={page.total}
          forms={PARTNERSHIP_FORMS}
        />
      )}
    </>
  );
}

function Nothing({ page }: { page: PartnershipsPage }) {
  const { q, state, model, year, school } = page.search;
  const isFiltered = q !== '' || [state, model, year, school].some((value) => value !== undefined);
  if (isFiltered || page.years.length > 0)
    return (
      <EmptyState
        title={isFiltered ? 'Таких партнёрств не нашлось' : 'Действующих партнёрств нет'}
        icon="search"
        actions={
          <ButtonLink href={links.partnerships({ state: 'all' })} variant="secondary">
            Показать все
          </ButtonLink>
        }
      >
        {isFiltered ? 'Снимите часть условий.' : 'Завершённые и несостоявшиеся остались в полном списке.'}
      </EmptyState>
    );
  return (
    <EmptyState
      title="Партнёрств ещё нет"
      icon="partner"
      actions={page.canPropose && <ButtonLink href={links.partnerProposal()}>Посмотреть предложение</ButtonLink>}
    >
      {page.isSchool
        ? 'Когда центр подберёт партнёра, он появится здесь вместе с совместным планом.'
        : 'Портал подберёт каждой школе партнёра, который силён там, где она слаба. Примите пары или предложите свои.'}
    </EmptyState>
  );
}
