import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { Refusal } from '@/lib/kernel/refusal';
import { emptyFact, type Fact, factSchema, type Unit, unitSchema } from '@/lib/methodology/measures/facts';

type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** Rows of a CSV file by the names of its heading; `,` or `;`, utf-8. Refuses a file without the columns that are needed. */
function rowsOf(file: string, needed: readonly string[]): readonly Row[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [heading, ...lines] = parsed.data;
  const names = (heading ?? []).map((name) => name.trim());
  const absent = needed.filter((name) => !names.includes(name));
  if (absent.length > 0) throw new Refusal('invalid', `${file}: нет столбцов ${absent.join(', ')}.`);
  return lines.map((cells, index) => ({
    line: index + 2,
    cells: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])),
  }));
}

/** A number with a point or a comma; empty is «нет данных». Refuses anything else, saying where. */
function numberIn(file: string, { line, cells }: Row, column: string): number | null {
  const text = cells[column] ?? '';
  if (text === '') return null;
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) {
    throw new Refusal('invalid', `${file}, строка ${line}, столбец ${column}: «${text}» – не число.`);
  }
  return value;
}

const NUMBERS = {
  participants: 'participants',
  two: 'two',
  three: 'three',
  four: 'four',
  five: 'five',
  below: 'below',
  mean: 'mean',
  sd: 'sd',
  max: 'maxScore',
  rank_correlation: 'rankCorrelation',
  lowered: 'lowered',
  confirmed: 'confirmed',
  raised: 'raised',
  far_apart: 'farApart',
  value: 'value',
} as const satisfies Record<string, keyof Fact>;

/** Facts in the long format of docs/methods.md. Refuses a row that is none, saying which row and column. */
export function readFacts(file: string): readonly Fact[] {
  return rowsOf(file, ['school', 'year', 'exam', 'subject']).map((row) => {
    const { cells } = row;
    const known = Object.entries(NUMBERS).map(([column, field]) => [field, numberIn(file, row, column)] as const);
    const place = {
      school: cells.school ?? '',
      year: numberIn(file, row, 'year') ?? Number.NaN,
      exam: cells.exam ?? '',
      subject: cells.subject ?? '',
      grade: numberIn(file, row, 'grade') ?? 0,
    };
    return checked(file, row, factSchema.safeParse({ ...emptyFact(place), ...Object.fromEntries(known) }));
  });
}

/** «1-11», «1 2 3 5-9». */
function gradesIn(file: string, row: Row): readonly number[] {
  const text = row.cells.grades ?? '';
  return text.split(/[\s;,]+/).flatMap((part) => {
    const range = /^(\d{1,2})(?:[-–](\d{1,2}))?$/.exec(part);
    if (part !== '' && !range) {
      throw new Refusal('invalid', `${file}, строка ${row.line}, столбец grades: «${part}» – не классы.`);
    }
    const from = Number(range?.[1] ?? 1);
    const to = range ? Number(range[2] ?? from) : 0;
    return Array.from({ length: Math.max(0, Math.min(12, to) - from + 1) }, (_, index) => from + index);
  });
}

export function readUnits(file: string): readonly Unit[] {
  return rowsOf(file, ['school']).map((row) => {
    const { cells } = row;
    const unit = {
      school: cells.school,
      title: cells.title || cells.school,
      municipality: cells.municipality || 'one',
      kind: cells.kind || 'SECONDARY',
      place: cells.place ?? '',
      grades: cells.grades === undefined || cells.grades === '' ? ALL_GRADES : gradesIn(file, row),
      held: (cells.held ?? '').split(/[\s;,]+/).filter(Boolean),
    };
    return checked(file, row, unitSchema.safeParse(unit));
  });
}

const ALL_GRADES = Array.from({ length: 11 }, (_, index) => index + 1);

/** Schools of the facts themselves, where nothing else is said of them: one municipality of secondary schools. */
export const unitsOf = (facts: readonly Fact[]): readonly Unit[] =>
  [...new Set(facts.map(({ school }) => school))]
    .filter((school) => school !== '*')
    .sort()
    .map((school) => ({
      school,
      title: school,
      municipality: 'one',
      kind: 'SECONDARY',
      place: '',
      grades: ALL_GRADES,
      held: [],
    }));

type Checked<T> =
  | { readonly success: true; readonly data: T }
  | {
      readonly success: false;
      readonly error: { readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[] };
    };

function checked<T>(file: string, row: Row, result: Checked<T>): T {
  if (result.success) return result.data;
  const said = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Refusal('invalid', `${file}, строка ${row.line}: ${said}.`);
}
