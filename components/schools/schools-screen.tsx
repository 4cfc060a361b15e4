import { SCHOOL_FORMS } from '@/components/schools/words';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import { firstPage, type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count, formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { SCHOOL_CONTEXTS, SCHOOL_KINDS, SCHOOL_PLACES } from '@/lib/schools/codes';
import type { SchoolsPage } from '@/lib/schools/queries';
import { CONTEXT_WORDS, gradesInWords, KIND_LONG_WORDS, KIND_WORDS, PLACE_WORDS } from '@/lib/schools/words';

type Row = SchoolsPage['rows'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    title: 'Школа',
    sortable: true,
    main: true,
    width: '14rem',
    cell: (school) => (
      <>
        <SiteLink href={links.school(school.id)} className="link">
          {school.shortName}
        </SiteLink>
        {school.closedOn && (
          <>
            {' '}
            <Badge icon="lock">закрыта {formatDay(school.closedOn)}</Badge>
          </>
        )}
      </>
    ),
  },
  { key: 'code', title: 'Код', sortable: true, cell: (school) => school.code },
  { key: 'kind', title: 'Вид', cell: (school) => KIND_WORDS[school.kind] },
  { key: 'place', title: 'Место', cell: (school) => PLACE_WORDS[school.place] },
  { key: 'grades', title: 'Классы', cell: (school) => gradesInWords(school.grades) },
  {
    key: 'pupils',
    title: 'Обучающихся',
    align: 'end',
    sortable: true,
    cell: (school) => (school.pupils === null ? 'нет данных' : formatNumber(school.pupils)),
  },
  {
    key: 'contexts',
    title: 'Тип по условиям',
    cell: (school) => school.contexts.map((context) => CONTEXT_WORDS[context]).join(', ') || '–',
  },
];

const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));

function filtersOf(page: SchoolsPage): readonly Filter[] {
  const years = page.listedYears.map((year) => ({ value: String(year), label: formatSchoolYear(year) }));
  return [
    {
      kind: 'search',
      name: 'q',
      label: 'Название или код',
      placeholder: 'СОШ 12, лицей, 0101',
    },
    { kind: 'select', name: 'kind', label: 'Вид', all: 'Все виды', options: optionsOf(SCHOOL_KINDS, KIND_LONG_WORDS) },
    { kind: 'select', name: 'place', label: 'Место', all: 'Все', options: optionsOf(SCHOOL_PLACES, PLACE_WORDS) },
    {
      kind: 'select',
      name: 'context',
      label: 'Тип по условиям',
      all: 'Все типы',
      options: optionsOf(SCHOOL_CONTEXTS, CONTEXT_WORDS),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'Состояние',
      all: 'Работают',
      options: [
        { value: 'closed', label: 'Закрыты' },
        { value: 'all', label: 'Работают и закрыты' },
      ],
    },
    ...(years.length > 0
      ? [
          {
            kind: 'select' as const,
            name: 'listed',
            label: `Утверждённый список (${page.publicLabel})`,
            all: 'Не важно',
            options: years,
          },
        ]
      : []),
  ];
}

/** The register: search and filters in the address, fifty schools a page, alphabetical unless the reader sorts. */
export function SchoolsScreen({ page, address }: { page: SchoolsPage; address: ListAddress }) {
  return (
    <>
      <PageHeader
        title="Школы"
        lead="Реестр школ муниципалитета: названия, коды, классы и число обучающихся."
        actions={
          page.canChange && (
            <>
              <ButtonLink href={links.newSchool()} icon="plus">
                Добавить школу
              </ButtonLink>
              <ButtonLink href={links.importSchools()} variant="secondary" icon="upload">
                Загрузить список
              </ButtonLink>
            </>
          )
        }
      />
      <FilterBar address={address} filters={filtersOf(page)} />
      {page.nearest && page.rows.length > 0 && (
        <div className="mb-4">
          <Notice title="Точного совпадения нет, показаны похожие">
            Самые близкие – первыми. Проверьте, как написано название, или поищите по коду.
          </Notice>
        </div>
      )}
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">{foundWords(page)}</p>
        {page.rows.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.schoolsExport() }, firstPage)} what="список школ" />
        )}
      </div>
      <DataTable
        caption="Школы муниципалитета"
        columns={COLUMNS}
        rows={page.rows}
        rowKey={(school) => school.id}
        address={page.nearest ? undefined : address}
        defaultSort={page.nearest ? undefined : 'name'}
        empty={<NothingFound page={page} address={address} />}
      />
      {page.rows.length > 0 && (
        <Pagination
          address={address}
          after={page.after}
          before={page.before}
          shown={page.rows.length}
          total={page.totalIsMore ? undefined : page.total}
          forms={SCHOOL_FORMS}
        />
      )}
    </>
  );
}

function foundWords(page: SchoolsPage): string {
  if (page.nearest) return `Похожих: ${formatNumber(page.rows.length)}`;
  const found = `${page.totalIsMore ? 'больше ' : ''}${count(page.total, SCHOOL_FORMS)}`;
  const { listed } = page.filter;
  return listed === undefined
    ? `Найдено: ${found}`
    : `Найдено: ${found}, включены в утверждённый список ${formatSchoolYear(listed)} (${page.publicLabel})`;
}

function NothingFound({ page, address }: { page: SchoolsPage; address: ListAddress }) {
  const { q, kind, place, context, state, listed } = page.filter;
  if (page.total > 0 && !page.nearest) {
    return (
      <EmptyState
        title="Дальше школ нет"
        actions={<ButtonLink href={listHref(address, firstPage)}>К началу списка</ButtonLink>}
      >
        <p>Список с тех пор изменился. Откройте его сначала.</p>
      </EmptyState>
    );
  }
  if (q || kind || place || context || state || listed !== undefined) {
    return (
      <EmptyState
        icon="search"
        title="Таких школ не нашлось"
        actions={
          <ButtonLink href={links.schools()} variant="secondary">
            Показать все школы
          </ButtonLink>
        }
      >
        <p>Проверьте написание или снимите часть условий. Закрытые школы показываются, если выбрать их состояние.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="school"
      title="В реестре пока нет школ"
      actions={page.canChange && <ButtonLink href={links.importSchools()}>Загрузить список из файла</ButtonLink>}
    >
      <p>
        {page.canChange
          ? 'Загрузите список школ из таблицы или добавьте школы по одной.'
          : 'Школы добавляет сотрудник муниципального образовательного центра.'}
      </p>
    </EmptyState>
  );
}
