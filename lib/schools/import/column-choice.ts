import { letterOf } from '@/lib/schools/import/column-of';
import { guessMapping } from '@/lib/schools/import/guess-mapping';
import { type ColumnMapping, FIELD_WORDS, IMPORT_FIELDS, type ImportField } from '@/lib/schools/import/import-field';
import { skipReason } from '@/lib/schools/import/skip-reason';

/** One column of the file beside the field it may hold. */
export type FileColumn = {
  readonly index: number;
  readonly letter: string;
  readonly title: string;
  /** Up to three different values below the header. */
  readonly samples: readonly string[];
  readonly field: ImportField | '';
};

const SAMPLES = 3;
const SAMPLE_MAX = 60;

const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SAMPLE_MAX ? `${line.slice(0, SAMPLE_MAX - 1)}…` : line;
};

/** The columns of the top of a sheet under a mapping, those without any text left out. */
export function fileColumns(head: readonly (readonly string[])[], mapping: ColumnMapping): FileColumn[] {
  const width = Math.max(0, ...head.map((row) => row.length));
  const above = head.slice(Math.max(0, mapping.headerRow - 1), mapping.headerRow + 1).toReversed();
  const header = head[mapping.headerRow] ?? [];
  const below = head.slice(mapping.headerRow + 1).filter((row) => skipReason(row, header, true) === null);
  const fieldOf = new Map(IMPORT_FIELDS.map((field) => [mapping.columns[field], field] as const));
  return Array.from({ length: width }, (_, index): FileColumn => {
    const values = below.map((row) => short(row[index] ?? '')).filter(Boolean);
    return {
      index,
      letter: letterOf(index),
      title: short(above.map((row) => row[index] ?? '').find((text) => text.trim() !== '') ?? ''),
      samples: [...new Set(values)].slice(0, SAMPLES),
      field: fieldOf.get(index) ?? '',
    };
  }).filter((column) => column.title !== '' || column.samples.length > 0);
}

/** The guess when the person says which row is the header; −1 says that there is none. */
export function guessAt(head: readonly (readonly string[])[], headerRow: number): ColumnMapping {
  const rows = head.slice(Math.max(0, headerRow - 1), headerRow + 1);
  const guess = headerRow < 0 ? null : guessMapping(rows);
  return { headerRow, columns: guess?.columns ?? {} };
}

/**
 * Fields by column as a form sends them («» for a column that is left out) → the mapping's columns, or what is wrong
 * with it: by column, or of the whole under `_form`.
 */
export function chosenColumns(
  choices: ReadonlyMap<number, ImportField | ''>,
): { columns: ColumnMapping['columns'] } | { problems: Readonly<Record<string, string>> } {
  const columns: Partial<Record<ImportField, number>> = {};
  const problems: Record<string, string> = {};
  for (const [index, field] of choices) {
    if (field === '') continue;
    const taken = columns[field];
    if (taken === undefined) columns[field] = index;
    else
      problems[`column-${index}`] =
        `Столбец ${letterOf(index)}: «${FIELD_WORDS[field]}» уже берётся из столбца ${letterOf(taken)}. Оставьте один из них.`;
  }
  if (columns.name === undefined && columns.shortName === undefined)
    problems._form = 'Укажите, в каком столбце наименование школы: полное или краткое.';
  return Object.keys(problems).length > 0 ? { problems } : { columns };
}
