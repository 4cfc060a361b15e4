import { RowBadge } from '@/components/schools/import/import-badge';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import type { ImportRowContent } from '@/lib/schools/import/import-row';
import type { ImportPage } from '@/lib/schools/import-queries';
import { BY_WORDS } from '@/lib/schools/import-words';

type Row = ImportPage['rows'][number];

/** Rows of the file with what becomes of them: remarks by column, before and after by field. */
export function RowsTable({ rows, applied }: { rows: readonly Row[]; applied: boolean }) {
  return (
    <DataTable
      caption="Строки файла"
      columns={columnsOf(applied)}
      rows={rows}
      rowKey={(row) => String(row.row)}
      empty={
        <EmptyState title="Таких строк нет" icon="check">
          <p>Выберите другие строки выше.</p>
        </EmptyState>
      }
    />
  );
}

const columnsOf = (applied: boolean): readonly Column<Row>[] => [
  { key: 'row', title: 'Строка', align: 'end', cell: (row) => row.row },
  {
    key: 'school',
    title: 'Школа',
    main: true,
    width: '13rem',
    cell: ({ content }) =>
      content.schoolId ? (
        <>
          <SiteLink href={links.school(content.schoolId)} className="link font-medium">
            {content.title || 'без наименования'}
          </SiteLink>
          {content.by && <span className="block text-sm font-normal text-ink-soft">{BY_WORDS[content.by]}</span>}
        </>
      ) : (
        <span className="font-medium break-words">{content.title || 'без наименования'}</span>
      ),
  },
  { key: 'result', title: 'Что будет', cell: (row) => <RowBadge result={row.result} applied={applied} /> },
  { key: 'details', title: 'Подробности', cell: ({ content }) => <Details content={content} /> },
];

function Details({ content: { summary, changes, remarks } }: { content: ImportRowContent }) {
  if (!summary && changes.length === 0 && remarks.length === 0) return <span className="text-ink-soft">–</span>;
  return (
    <div className="space-y-2 break-words">
      {remarks.length > 0 && <Remarks remarks={remarks} />}
      {summary && <p>{summary}</p>}
      {changes.length > 0 && (
        <dl className="space-y-1">
          {changes.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt className="inline text-ink-soft">{label}: </dt>
              <dd className="inline">
                <del className="text-ink-soft">
                  <span className="sr-only">было </span>
                  {before}
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
                <ins className="font-medium no-underline">
                  <span className="sr-only">станет </span>
                  {after}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

export function Remarks({ remarks }: { remarks: ImportRowContent['remarks'] }) {
  return (
    <ul className="space-y-1">
      {remarks.map(({ column, message, severity }) => (
        <li key={column + message} className={`flex gap-1.5 ${severity === 'error' ? 'text-danger' : ''}`}>
          <span className={`mt-0.5 ${severity === 'error' ? '' : 'text-warning'}`}>
            <Icon name={severity === 'error' ? 'error' : 'warning'} size={16} />
          </span>
          <span className="min-w-0">
            {column && <span className="font-medium">{column}: </span>}
            {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
