import { ResultTabs } from '@/components/results/result-tabs';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { FIGURES } from '@/lib/results/figure';
import type { ResultsPage } from '@/lib/results/queries';
import { workKey } from '@/lib/results/view';
import { workWords } from '@/lib/results/words';

type Row = ResultsPage['rows'][number];
type Props = { page: ResultsPage; address: ListAddress };

const PURPOSE = 'Данные служат для организации адресной методической помощи. Школы стоят по алфавиту.';

/** Results of the municipality by work and year, or of one school by year: counts, and the file each came from. */
export function ResultsScreen({ page, address }: Props) {
  const { rows, year, work } = page;
  const isEmpty = page.years.length === 0 && page.figures.length === 0;
  return (
    <>
      <PageHeader
        title="Результаты"
        lead={page.isSchool ? 'Результаты вашей школы, которые загрузил центр.' : PURPOSE}
        actions={
          page.canImport ? (
            <ButtonLink href={links.resultImports()}>Загрузить файлы</ButtonLink>
          ) : (
            page.isSchool && (
              <ButtonLink variant="secondary" href={links.resultTasks()}>
                По заданиям
              </ButtonLink>
            )
          )
        }
      />
      {!page.isSchool && <ResultTabs now="results" canImport={page.canImport} />}
      {isEmpty ? (
        <Nothing canImport={page.canImport} />
      ) : (
        <Stack>
          <div>
            <FilterBar address={address} filters={filtersOf(page)} />
            <DataTable
              caption={`${work ? `${workWords(work)}, ` : ''}${year === undefined ? '' : formatSchoolYear(year)} учебный год`}
              captionHidden={false}
              columns={columnsOf(page)}
              rows={rows}
              rowKey={({ schoolId, result }) => `${schoolId} ${workKey(result)}`}
              empty={
                <EmptyState title="Таких результатов нет">
                  <p>Выберите другой год или другую работу.</p>
                </EmptyState>
              }
            />
            {rows.length > 0 && (
              <div className="mt-4">
                <DownloadLink href={listHref({ ...address, path: links.resultsExport({}) }, {})} what="результаты" />
              </div>
            )}
          </div>
          <Region page={page} />
          {page.figures.length > 0 && (
            <Section title="Показатели школы">
              <DataTable
                caption="Показатели школы"
                columns={FIGURE_COLUMNS}
                rows={page.figures}
                rowKey={({ code }) => code}
              />
            </Section>
          )}
        </Stack>
      )}
    </>
  );
}

function Nothing({ canImport }: { canImport: boolean }) {
  return (
    <EmptyState
      title="Результатов ещё нет"
      actions={canImport && <ButtonLink href={links.resultImports()}>Загрузить файлы</ButtonLink>}
    >
      <p>
        {canImport
          ? 'Загрузите выгрузки ФИС ОКО, протоколы ГИА и олимпиад. Портал сохранит только числа по школам.'
          : 'Центр ещё не загрузил результаты.'}
      </p>
    </EmptyState>
  );
}

function filtersOf({ years, works, isSchool }: ResultsPage): Filter[] {
  const year: Filter = {
    kind: 'select',
    name: 'year',
    label: 'Учебный год',
    all: 'Последний',
    options: years.map((value) => ({ value: String(value), label: formatSchoolYear(value) })),
  };
  if (isSchool) return [year];
  return [
    { kind: 'search', name: 'q', label: 'Школа' },
    year,
    {
      kind: 'select',
      name: 'work',
      label: 'Работа',
      all: 'Первая по списку',
      options: works.map((work) => ({ value: workKey(work), label: workWords(work) })),
    },
  ];
}

const decimal = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 });
const shown = (value: number | null) => (value === null ? '–' : decimal.format(value));

const columnsOf = ({ work, canImport, isSchool }: ResultsPage): readonly Column<Row>[] => [
  ...(isSchool
    ? []
    : [
        {
          key: 'school',
          title: 'Школа',
          main: true,
          width: '12rem',
          cell: ({ schoolId, schoolName }: Row) => (
            <SiteLink href={links.school(schoolId)} className="link">
              {schoolName}
            </SiteLink>
          ),
        },
      ]),
  ...(work ? [] : [{ key: 'work', title: 'Работа', main: isSchool, cell: ({ result }: Row) => workWords(result) }]),
  { key: 'n', title: 'Участников', align: 'end', cell: ({ result }) => result.participants },
  {
    key: 'marks',
    title: '«2» / «3» / «4» / «5»',
    align: 'end',
    cell: ({ result: { marks } }) => (marks ? `${marks.two} / ${marks.three} / ${marks.four} / ${marks.five}` : '–'),
  },
  {
    key: 'below',
    title: '«2» или ниже минимума',
    align: 'end',
    cell: ({ result }) => (result.below === null ? '–' : formatShareOf(result.below, result.participants)),
  },
  { key: 'mean', title: 'Средний балл', align: 'end', cell: ({ result }) => shown(result.mean) },
  { key: 'sd', title: 'Отклонение', align: 'end', cell: ({ result }) => shown(result.sd) },
  {
    key: 'source',
    title: 'Файл',
    cell: ({ sources }) => (
      <ul className="break-words text-sm">
        {sources.map(({ id, name }) => (
          <li key={id}>
            {canImport ? (
              <SiteLink href={links.resultImport(id)} className="link">
                {name}
              </SiteLink>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    ),
  },
];

function Region({ page: { region, work } }: { page: ResultsPage }) {
  if (region.length === 0 || !work) return null;
  return (
    <p className="text-ink-soft">
      В регионе:{' '}
      {region
        .map(
          ({ participants, mean, sd }) =>
            `${decimal.format(participants)} участников, средний балл ${shown(mean)}, отклонение ${shown(sd)}`,
        )
        .join('; ')}
      .
    </p>
  );
}

const FIGURE_COLUMNS: readonly Column<ResultsPage['figures'][number]>[] = [
  { key: 'title', title: 'Показатель', main: true, cell: ({ code }) => FIGURES[code].title },
  {
    key: 'value',
    title: 'Значение',
    align: 'end',
    cell: ({ code, value, n }) =>
      FIGURES[code].unit === 'flag' ? (value > 0 ? 'да' : 'нет') : n === null ? value : formatShareOf(value, n),
  },
  { key: 'source', title: 'Файл', cell: ({ source }) => source },
];
