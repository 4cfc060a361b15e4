import { ActionForm } from '@/components/form/action-form';
import { ErrorSummary } from '@/components/form/error-summary';
import { freshKey } from '@/components/form/idempotency-key';
import { SubmitButton } from '@/components/form/submit-button';
import { FileInput } from '@/components/form/text-input';
import { ResultImportBadge } from '@/components/results/import-badge';
import { ResultTabs } from '@/components/results/result-tabs';
import { WatchImport } from '@/components/schools/import/watch-import';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { dropMapping, shareMapping } from '@/lib/results/actions';
import type { ResultImportsPage } from '@/lib/results/import-queries';
import { RESULT_IMPORT_STATUSES } from '@/lib/results/import-view';
import { IMPORT_STATUS_WORDS, UNIT_WORDS } from '@/lib/results/words';

type Line = ResultImportsPage['imports'][number];
type Props = { page: ResultImportsPage; address: ListAddress; refusal: string | undefined };

/** One place for all files of results: drop them here, and see what became of each. */
export function ResultImportsScreen({ page, address, refusal }: Props) {
  return (
    <>
      <PageHeader
        title="Файлы результатов"
        lead="Портал считает числа по школам и показывает отчёт. Без вашего подтверждения ничего не записывается, фамилии и документы не сохраняются никогда."
        crumbs={[{ href: links.results(), title: 'Результаты' }]}
      />
      <ResultTabs now="imports" canImport />
      <Stack>
        <Section
          title="Новые файлы"
          lead="Выгрузки ФИС ОКО (ВПР), протоколы ГИА-9 и ГИА-11, протоколы олимпиад, региональные таблицы, форма центра. Что это за файл, портал поймёт сам."
          actions={<DownloadLink href={links.resultForm()} title="Форма центра" />}
        >
          <Surface>
            <UploadForm refusal={refusal} />
          </Surface>
        </Section>
        <Section title="Загруженные раньше">
          <StillReading imports={page.imports} />
          <FilterBar address={address} filters={filtersOf(page)} />
          <DataTable
            caption="Файлы результатов"
            columns={columnsOf(page.timeZone)}
            rows={page.imports}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title="Файлов нет">
                <p>Выберите файлы выше или сбросьте отбор.</p>
              </EmptyState>
            }
          />
          {page.imports.length > 0 && (
            <Pagination
              address={address}
              after={page.after}
              before={page.before}
              shown={page.imports.length}
              forms={['файл', 'файла', 'файлов']}
            />
          )}
        </Section>
        {page.profiles.length > 0 && <Profiles profiles={page.profiles} />}
      </Stack>
    </>
  );
}

/** While a file is being read the list draws itself anew; without JavaScript the browser asks again by itself. */
function StillReading({ imports }: { imports: ResultImportsPage['imports'] }) {
  const line = imports.find(({ status, isDead }) => status === 'READING' && !isDead);
  if (!line) return null;
  return (
    <>
      <WatchImport
        key={line.id}
        status={line.status}
        version={line.version}
        rowsDone={line.rowsDone}
        rowsTotal={0}
        address={links.resultImportState(line.id)}
      />
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </>
  );
}

/** A plain form: it sends many files at once, by choice or by dropping them on the box, with and without JavaScript. */
function UploadForm({ refusal }: { refusal: string | undefined }) {
  return (
    <form
      action={links.uploadResults()}
      method="post"
      encType="multipart/form-data"
      aria-label="Новые файлы результатов"
      className="space-y-6"
    >
      {refusal && <ErrorSummary title="Файлы не приняты" fields={{ file: refusal }} />}
      <input type="hidden" name="_key" value={freshKey()} />
      <FileInput
        name="file"
        label="Файлы с результатами"
        hint="Можно выбрать или перетащить сюда сразу до 20 файлов: xlsx, xls, ods или csv, каждый не больше 20 МБ."
        accept=".xlsx,.xls,.ods,.csv,.txt"
        multiple
        required
        {...(refusal ? { error: refusal } : {})}
      />
      <SubmitButton pendingText="Отправляем файлы…">Прочитать файлы</SubmitButton>
    </form>
  );
}

function filtersOf({ presentYear }: ResultImportsPage): Filter[] {
  return [
    { kind: 'search', name: 'q', label: 'Имя файла или форма' },
    {
      kind: 'select',
      name: 'status',
      label: 'Состояние',
      all: 'Все',
      options: RESULT_IMPORT_STATUSES.map((value) => ({ value, label: IMPORT_STATUS_WORDS[value] })),
    },
    {
      kind: 'select',
      name: 'year',
      label: 'Учебный год',
      all: 'Все годы',
      options: Array.from({ length: 10 }, (_, back) => presentYear - back).map((year) => ({
        value: String(year),
        label: formatSchoolYear(year),
      })),
    },
  ];
}

/** «3 школы, 6 результатов»; nothing is known before the file is read. */
function contentOf(line: Line): string {
  if (line.status === 'READING' || line.status === 'MAPPING' || line.status === 'FAILED') return '–';
  return [
    count(line.schools, ['школа', 'школы', 'школ']),
    ...(line.results > 0 ? [count(line.results, ['результат', 'результата', 'результатов'])] : []),
    ...(line.figures > 0 ? [count(line.figures, ['показатель', 'показателя', 'показателей'])] : []),
  ].join(', ');
}

const columnsOf = (timeZone: string): readonly Column<Line>[] => [
  {
    key: 'file',
    title: 'Файл',
    main: true,
    width: '15rem',
    cell: (line) => (
      <>
        <SiteLink href={links.resultImport(line.id)} className="link font-medium break-words">
          {line.fileName}
        </SiteLink>
        {line.layoutTitle && <span className="block text-sm text-ink-soft">{line.layoutTitle}</span>}
      </>
    ),
  },
  { key: 'status', title: 'Состояние', cell: (line) => <ResultImportBadge {...line} /> },
  { key: 'years', title: 'Годы', cell: (line) => line.years.map(formatSchoolYear).join(', ') || '–' },
  { key: 'content', title: 'Что в нём', cell: contentOf },
  { key: 'at', title: 'Когда', cell: (line) => formatMoment(line.appliedAt ?? line.createdAt, timeZone) },
  { key: 'author', title: 'Кто', cell: (line) => line.authorName ?? '–' },
];

function Profiles({ profiles }: { profiles: ResultImportsPage['profiles'] }) {
  return (
    <Section title="Свои формы файлов" lead="Столбцы, которые сопоставили вручную. Такой же файл портал узнает сам.">
      <DataTable caption="Свои формы файлов" columns={PROFILE_COLUMNS} rows={profiles} rowKey={({ id }) => id} />
    </Section>
  );
}

const PROFILE_COLUMNS: readonly Column<ResultImportsPage['profiles'][number]>[] = [
  { key: 'title', title: 'Форма', main: true, cell: ({ title }) => title },
  { key: 'unit', title: 'Строка файла', cell: ({ profile }) => UNIT_WORDS[profile.unit] },
  {
    key: 'shared',
    title: 'Кому доступна',
    cell: ({ isOwn, isShared }) => (isShared ? (isOwn ? 'всем центрам региона' : 'дал другой центр') : 'вашему центру'),
  },
  {
    key: 'actions',
    title: 'Что сделать',
    cell: ({ id, isOwn, isShared, title }) =>
      isOwn ? (
        <div className="flex flex-wrap gap-2">
          <ActionForm action={shareMapping} label={`Доступ к форме ${title}`}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="shared" value={isShared ? '0' : '1'} />
            <SubmitButton variant="quiet" size="small">
              {isShared ? 'Только нам' : 'Поделиться с регионом'}
            </SubmitButton>
          </ActionForm>
          <ActionForm action={dropMapping} label={`Удаление формы ${title}`}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="quiet" size="small">
              Удалить
            </SubmitButton>
          </ActionForm>
        </div>
      ) : (
        '–'
      ),
  },
];
