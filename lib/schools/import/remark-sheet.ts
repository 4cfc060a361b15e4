import type { ImportRow } from '@/lib/schools/import/import-row';

export const REMARK_COLUMNS = [
  { title: 'Строка файла', width: 14, kind: 'integer' },
  { title: 'Столбец', width: 30, kind: 'text' },
  { title: 'Школа', width: 40, kind: 'text' },
  { title: 'Важность', width: 16, kind: 'text' },
  { title: 'Что не так и что сделать', width: 90, kind: 'text' },
] as const;

/** One line for each remark of a row. */
export const remarkCells = ({ row, content }: Pick<ImportRow, 'row' | 'content'>): (string | number)[][] =>
  content.remarks.map(({ column, severity, message }) => [
    row,
    column,
    content.title,
    severity === 'error' ? 'ошибка' : 'замечание',
    message,
  ]);
