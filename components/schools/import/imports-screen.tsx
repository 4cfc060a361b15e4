import { ErrorSummary } from '@/components/form/error-summary';
import { freshKey } from '@/components/form/idempotency-key';
import { SubmitButton } from '@/components/form/submit-button';
import { FileInput } from '@/components/form/text-input';
import { ImportStatusBadge } from '@/components/schools/import/import-badge';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import type { ListAddress } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatNumber } from '@/lib/kernel/russian';
import type { ImportsPage } from '@/lib/schools/import-queries';

type Line = ImportsPage['imports'][number];
type Props = { page: ImportsPage; address: ListAddress; refusal: string | undefined };

/** Loading a list of schools: a new file, and every list loaded so far. */
export function ImportsScreen({ page, address, refusal }: Props) {
  return (
    <>
      <PageHeader
        title="Загрузка списка школ"
        lead="Портал покажет, что изменится в реестре, и ничего не запишет без вашего подтверждения."
        crumbs={[{ href: links.schools(), title: 'Школы' }]}
      />
      <Stack>
        <Section
          title="Новый список"
          lead="Подойдёт любая таблица со школами: столбцы можно сопоставить после загрузки. Если таблицы ещё нет, заполните шаблон."
          actions={<DownloadLink href={links.importTemplate()} title="Скачать шаблон" />}
        >
          <Surface>
            <form
              action={links.uploadImport()}
              method="post"
              encType="multipart/form-data"
              aria-label="Новый список школ"
              className="space-y-6"
            >
              {refusal && <ErrorSummary title="Файл не принят" fields={{ file: refusal }} />}
              <input type="hidden" name="_key" value={freshKey()} />
              <FileInput
                name="file"
                label="Файл со списком школ"
                hint="xlsx, xls, ods или csv, не больше 20 МБ. Пустые ячейки ничего не стирают."
                accept=".xlsx,.xls,.ods,.csv,.txt"
                required
                {...(refusal ? { error: refusal } : {})}
              />
              <SubmitButton pendingText="Отправляем файл…">Прочитать файл</SubmitButton>
            </form>
          </Surface>
        </Section>
        <Section title="Загруженные раньше">
          <DataTable
            caption="Загрузки списков школ"
            columns={columnsOf(page.timeZone)}
            rows={page.imports}
            rowKey={(line) => line.id}
            empty={
              <p className="text-ink-soft">Списков ещё не загружали. Здесь будет видно, кто, когда и что изменил.</p>
            }
          />
          {page.imports.length > 0 && (
            <Pagination
              address={address}
              after={page.after}
              before={page.before}
              shown={page.imports.length}
              forms={['загрузка', 'загрузки', 'загрузок']}
            />
          )}
        </Section>
      </Stack>
    </>
  );
}

const counted = (line: Line, value: number) => (line.status === 'APPLIED' ? formatNumber(value) : '–');

const columnsOf = (timeZone: string): readonly Column<Line>[] => [
  {
    key: 'file',
    title: 'Файл',
    main: true,
    cell: (line) => (
      <SiteLink href={links.schoolImport(line.id)} className="link font-medium break-words">
        {line.fileName}
      </SiteLink>
    ),
  },
  { key: 'status', title: 'Состояние', cell: (line) => <ImportStatusBadge status={line.status} /> },
  { key: 'at', title: 'Когда', cell: (line) => formatMoment(line.appliedAt ?? line.createdAt, timeZone) },
  { key: 'author', title: 'Кто', cell: (line) => line.authorName ?? '–' },
  { key: 'created', title: 'Добавлено', align: 'end', cell: (line) => counted(line, line.created) },
  { key: 'changed', title: 'Изменено', align: 'end', cell: (line) => counted(line, line.changed) },
  { key: 'unchanged', title: 'Без изменений', align: 'end', cell: (line) => counted(line, line.unchanged) },
];
