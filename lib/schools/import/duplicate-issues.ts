import { columnOf } from '@/lib/schools/import/column-of';
import type { ColumnMapping, ImportField } from '@/lib/schools/import/import-field';
import { loginNumber } from '@/lib/schools/import/login-number';
import type { RowIssue, SchoolRow } from '@/lib/schools/import/school-row';

/** Branches of one organisation share its ИНН and its codes of exams, so only code and login must differ. */
const UNIQUE: readonly {
  field: ImportField;
  severity: RowIssue['severity'];
  key: (school: SchoolRow) => string | null;
}[] = [
  { field: 'code', severity: 'error', key: (school) => school.code },
  { field: 'fisOko', severity: 'error', key: (school) => school.fisOko && loginNumber(school.fisOko) },
  { field: 'inn', severity: 'warning', key: (school) => school.inn },
];

/** The second and later rows that repeat a key of an earlier one. */
export function duplicateIssues(
  schools: readonly SchoolRow[],
  columns: ColumnMapping['columns'],
  titles: ReadonlyMap<ImportField, string>,
): RowIssue[] {
  return UNIQUE.flatMap(({ field, severity, key }) => {
    const first = new Map<string, number>();
    return schools.flatMap((school): RowIssue[] => {
      const value = key(school);
      if (value === null) return [];
      const earlier = first.get(value);
      if (earlier === undefined) {
        first.set(value, school.row);
        return [];
      }
      const advice =
        severity === 'error' ? 'Оставьте одну из строк или исправьте значение.' : 'Так бывает у филиалов; проверьте.';
      const message = `То же значение уже есть в строке ${earlier}. ${advice}`;
      return [{ row: school.row, column: columnOf(field, columns, titles), message, severity }];
    });
  });
}
