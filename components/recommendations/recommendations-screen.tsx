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
import { ADDRESSEES, groundCodes, isLate } from '@/lib/recommendations/recommendation';
import { RECOMMENDATION_STATES } from '@/lib/recommendations/recommendation-moves';
import type { RecommendationsPage } from '@/lib/recommendations/recommendation-queries';
import { ADDRESSEE_WORDS, RECOMMENDATION_FORMS, STATE_WORDS } from '@/lib/recommendations/words';
import { RecommendationTabs } from './recommendation-tabs';
import { StateBadge } from './state-badge';

type Row = RecommendationsPage['rows'][number];

function columnsOf({ today, isSchool }: RecommendationsPage): readonly Column<Row>[] {
  const due: Column<Row> = {
    key: 'due',
    title: 'Последний день',
    sortable: true,
    cell: (row) => (row.due ? formatDay(row.due) : 'не назначен'),
  };
  return [
    {
      key: 'measure',
      title: 'Рекомендация',
      width: '45%',
      main: true,
      cell: (row) => (
        <SiteLink href={links.recommendation(row.id)} className="link font-medium">
          {row.measure}
        </SiteLink>
      ),
    },
    ...(isSchool ? [] : [{ key: 'school', title: 'Школа', sortable: true, cell: ({ schoolName }: Row) => schoolName }]),
    { key: 'items', title: 'Критерии', cell: (row) => groundCodes(row) || 'общая' },
    { key: 'addressee', title: 'Кому', cell: (row) => ADDRESSEE_WORDS[row.addressee] },
    due,
    {
      key: 'state',
      title: 'Состояние',
      cell: (row) => <StateBadge state={row.state} isLate={isLate(row, today)} />,
    },
  ];
}

function filtersOf(page: RecommendationsPage): readonly Filter[] {
  return [
    { kind: 'search', name: 'q', label: page.isSchool ? 'Слова рекомендации' : 'Школа или слова рекомендации' },
    ...(page.isSchool
      ? []
      : [
          {
            kind: 'select' as const,
            name: 'school',
            label: 'Школа',
            all: 'Все школы',
            options: page.schools.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]),
    {
      kind: 'select',
      name: 'item',
      label: 'Критерий',
      all: 'Любой',
      options: page.items.map((item) => ({ value: item, label: item })),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'Состояние',
      all: 'Ещё не закончены',
      options: [
        { value: 'open', label: page.isSchool ? 'ждут школу' : 'ждём от школы' },
        { value: 'late', label: 'срок прошёл' },
        { value: 'waiting', label: page.isSchool ? 'ждём ответа центра' : 'ждут ответа центра' },
        ...RECOMMENDATION_STATES.filter((state) => !page.isSchool || state !== 'DRAFT').map((state) => ({
          value: state,
          label: STATE_WORDS[state],
        })),
        { value: 'all', label: 'все, и законченные' },
      ],
    },
    {
      kind: 'select',
      name: 'addressee',
      label: 'Кому',
      all: 'Всем',
      options: ADDRESSEES.map((value) => ({ value, label: ADDRESSEE_WORDS[value] })),
    },
    ...(page.years.length > 1
      ? [
          {
            kind: 'select' as const,
            name: 'year',
            label: 'Учебный год',
            all: 'Все годы',
            options: page.years.map((year) => ({ value: String(year), label: formatSchoolYear(year) })),
          },
        ]
      : []),
  ];
}

/** Targeted recommendations: of the centre and the department all, of a school «что от нас ждут», the nearest day first. */
export function RecommendationsScreen({ page, address }: { page: RecommendationsPage; address: ListAddress }) {
  const { isSchool, canChange } = page;
  return (
    <>
      <PageHeader
        title="Рекомендации"
        lead={
          isSchool
            ? 'Что центр рекомендует вашей школе. Рекомендацию можно принять или предложить иначе; о выполнении сообщают с подтверждением.'
            : 'Адресные рекомендации школам: почему, что сделать, к какому дню и что ответила школа.'
        }
        actions={
          canChange && (
            <ButtonLink href={links.recommendationSchools()} icon="plus">
              Подготовить для школы
            </ButtonLink>
          )
        }
      />
      {canChange && <RecommendationTabs now="list" />}
      <div className="mb-6">
        <Columns count={3}>
          <Stat
            label={isSchool ? 'Ждут ответа или дела школы' : 'Ждём от школ'}
            value={page.open}
            href={links.recommendations({ state: 'open' })}
          />
          <Stat label="Из них срок прошёл" value={page.late} href={links.recommendations({ state: 'late' })} />
          <Stat
            label={isSchool ? 'На проверке у центра' : 'Ждут ответа центра'}
            value={page.waiting}
            href={links.recommendations({ state: 'waiting' })}
          />
        </Columns>
      </div>
      <FilterBar address={address} filters={filtersOf(page)} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(page.total, RECOMMENDATION_FORMS)}</p>
        {page.rows.length > 0 && (
          <DownloadLink
            href={listHref({ ...address, path: links.recommendationsExport() }, firstPage)}
            what="рекомендации"
          />
        )}
      </div>
      <DataTable
        caption="Рекомендации"
        columns={columnsOf(page)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="due"
        empty={<NothingFound page={page} address={address} />}
      />
      {page.rows.length > 0 && (
        <Pagination
          address={address}
          after={page.after}
          before={page.before}
          shown={page.rows.length}
          total={page.total}
          forms={RECOMMENDATION_FORMS}
        />
      )}
    </>
  );
}

function NothingFound({ page, address }: { page: RecommendationsPage; address: ListAddress }) {
  if (page.total > 0)
    return (
      <EmptyState
        title="Дальше рекомендаций нет"
        actions={<ButtonLink href={listHref(address, firstPage)}>К началу списка</ButtonLink>}
      >
        Список с тех пор изменился. Откройте его сначала.
      </EmptyState>
    );
  const { q, school, item, state, addressee, year } = page.search;
  const isFiltered = q !== '' || [school, item, state, addressee, year].some((value) => value !== undefined);
  if (isFiltered || page.years.length > 0)
    return (
      <EmptyState
        title={isFiltered ? 'Таких рекомендаций не нашлось' : 'Всё закончено'}
        icon={isFiltered ? 'search' : 'check'}
        actions={
          <ButtonLink href={links.recommendations({ state: 'all' })} variant="secondary">
            Показать все
          </ButtonLink>
        }
      >
        {isFiltered ? 'Снимите часть условий.' : 'Незаконченных рекомендаций нет.'}
      </EmptyState>
    );
  return (
    <EmptyState
      title="Рекомендаций ещё нет"
      icon="advice"
      actions={page.canChange && <ButtonLink href={links.recommendationSchools()}>Выбрать школу</ButtonLink>}
    >
      {page.canChange
        ? 'Откройте школу: портал предложит меры каталога для её баллов.'
        : 'Они появятся здесь, когда центр их отправит.'}
    </EmptyState>
  );
}
