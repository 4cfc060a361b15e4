import type { ColumnMapping, ImportField } from '@/lib/schools/import/import-field';
import type { RowIssue } from '@/lib/schools/import/school-row';

/** The letter that the person sees above the column and its header; null when the file has no such column. */
export function columnOf(
  field: ImportField,
  columns: ColumnMapping['columns'],
  titles: ReadonlyMap<ImportField, string>,
): RowIssue['column'] {
  const index = columns[field];
  return index === undefined ? null : { letter: letterOf(index), title: titles.get(field) ?? '' };
}

/** 0 → «A», 26 → «AA». */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
