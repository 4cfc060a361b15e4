import { fold } from '@/lib/kernel/russian';
import type { SchoolKind, SchoolPlace } from '@/lib/schools/codes';
import { CellReader, usualCodeLength } from '@/lib/schools/import/cell-reader';
import { duplicateIssues } from '@/lib/schools/import/duplicate-issues';
import { type ColumnMapping, FIELD_WORDS, IMPORT_FIELDS, type ImportField } from '@/lib/schools/import/import-field';
import { tidyName } from '@/lib/schools/import/school-name';
import type { ImportDefaults, ParsedSchools, RowIssue, SchoolRow, SkippedRow } from '@/lib/schools/import/school-row';
import { kindOf, kindOfGrades, placeOf } from '@/lib/schools/import/school-values';
import { skipReason } from '@/lib/schools/import/skip-reason';
import { finished } from '@/lib/schools/import/steps';

/**
 * Rows of a sheet → schools, with everything that is wrong or was understood otherwise than written. Only what would
 * make a wrong register is an error (no name, a kind or a place that is not named, a second row about one school).
 * Dirt that came from outside is a warning, and the value is not stored: an invalid ИНН, a broken e-mail, a login of
 * another form; a list with such dirt can still be imported.
 */
export function parseSchoolRows(
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  defaults: ImportDefaults = {},
): ParsedSchools {
  return finished(parsingSchoolRows(rows, mapping, defaults));
}

/** The same in steps, a row each, so that a long list does not keep a server from answering others. */
export function* parsingSchoolRows(
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  defaults: ImportDefaults = {},
): Generator<void, ParsedSchools> {
  const issues: RowIssue[] = [];
  const skipped: SkippedRow[] = [];
  const schools: SchoolRow[] = [];
  const header = rows[mapping.headerRow] ?? [];
  const body = rows.slice(mapping.headerRow + 1);
  const titles = titlesOf(header, mapping);
  const codeLength = usualCodeLength(body, mapping.columns.code);
  for (const [index, cells] of body.entries()) {
    yield;
    if (cells.every((text) => text.trim() === '')) continue;
    const row = mapping.headerRow + index + 2;
    const reason = skipReason(cells, header, hasKey(cells, mapping));
    if (reason) skipped.push({ row, text: firstText(cells), reason });
    else {
      const reader = new CellReader(cells, row, mapping.columns, titles, codeLength);
      schools.push(readSchool(reader, defaults));
      issues.push(...reader.issues);
    }
  }
  issues.push(...duplicateIssues(schools, mapping.columns, titles));
  return { schools, issues: issues.sort((a, b) => a.row - b.row), skipped };
}

function readSchool(cells: CellReader, defaults: ImportDefaults): SchoolRow {
  const fullName = cells.words('name');
  const briefName = cells.words('shortName');
  if (!fullName && !briefName)
    cells.error(cells.holds('name') ? 'name' : 'shortName', 'Нет наименования школы. Заполните ячейку.');
  const shortName = briefName ? tidyName(briefName) : null;
  // A new school takes the short name for its full one; a known one keeps the full name it has.
  const name = fullName ? tidyName(fullName) : shortName;
  const grades = cells.grades();
  const kind = kindOf(cells.words('kind') ?? '');
  const place = placeOf(cells.words('place') ?? '');
  const guessed = {
    name,
    kind: kind ?? guessKind(cells, name, grades, defaults),
    place: place ?? guessPlace(cells, name, defaults),
  };
  return {
    row: cells.row,
    code: cells.code(),
    name: fullName ? name : null,
    shortName,
    kind,
    place,
    grades,
    pupils: cells.pupils(),
    contexts: cells.contexts(),
    inn: cells.inn(),
    fisOko: cells.login(),
    gia9: cells.giaCode('gia9'),
    gia11: cells.giaCode('gia11'),
    address: cells.words('address'),
    phone: cells.words('phone'),
    email: cells.email(),
    guessed,
  };
}

function guessKind(
  cells: CellReader,
  name: string | null,
  grades: readonly number[] | null,
  defaults: ImportDefaults,
): SchoolKind | null {
  const text = cells.words('kind');
  const named = (name && kindOf(name)) || null;
  if (text && !kindOf(text))
    cells.warn('kind', named ? `Вид «${text}» не распознан, взят из наименования.` : `Вид «${text}» не распознан.`);
  if (named) return named;
  if (defaults.kind) return defaults.kind;
  if (!grades || !text) return null;
  cells.warn('kind', 'Вид школы определён по классам, проверьте его.');
  return kindOfGrades(grades);
}

function guessPlace(cells: CellReader, name: string | null, defaults: ImportDefaults): SchoolPlace | null {
  const text = cells.words('place');
  if (text && !placeOf(text)) cells.warn('place', `Место «${text}» не распознано: напишите «город», «пгт» или «село».`);
  return (name ? placeOf(name) : null) ?? placeOf(cells.words('address') ?? '') ?? defaults.place ?? null;
}

/** What the person sees above the column; without a header, what the column means. */
const titlesOf = (header: readonly string[], { columns }: ColumnMapping) =>
  new Map<ImportField, string>(
    IMPORT_FIELDS.map((field) => [
      field,
      header[columns[field] ?? -1]?.replace(/\s+/g, ' ').trim() || FIELD_WORDS[field],
    ]),
  );

const KEYS = ['code', 'inn', 'fisOko', 'gia9', 'gia11'] as const;

const hasKey = (cells: readonly string[], { columns }: ColumnMapping) =>
  KEYS.some((field) => /\d/.test(cells[columns[field] ?? -1] ?? ''));

const firstText = (cells: readonly string[]) => {
  const text = cells.find((cell) => fold(cell) !== '') ?? '';
  return text.trim().slice(0, 80);
};
