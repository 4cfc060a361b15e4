import { isValidInn } from '@/lib/kernel/inn';
import { columnOf } from '@/lib/schools/import/column-of';
import type { ColumnMapping, ImportField } from '@/lib/schools/import/import-field';
import type { RowIssue } from '@/lib/schools/import/school-row';
import { contextsOf, gradesOf, isNothing } from '@/lib/schools/import/school-values';

const TEXT_MAX = 500;
const PUPILS_MAX = 10_000;

/**
 * The cells of one row by their meaning. Each reader gives a value or null, and what it says about the cell gathers in
 * `issues`.
 */
export class CellReader {
  readonly issues: RowIssue[] = [];
  readonly row: number;
  readonly #cells: readonly string[];
  readonly #columns: ColumnMapping['columns'];
  readonly #titles: ReadonlyMap<ImportField, string>;
  readonly #codeLength: number | null;

  constructor(
    cells: readonly string[],
    row: number,
    columns: ColumnMapping['columns'],
    titles: ReadonlyMap<ImportField, string>,
    codeLength: number | null,
  ) {
    this.#cells = cells;
    this.row = row;
    this.#columns = columns;
    this.#titles = titles;
    this.#codeLength = codeLength;
  }

  holds(field: ImportField): boolean {
    return this.#columns[field] !== undefined;
  }

  error(field: ImportField, message: string): void {
    this.#say(field, message, 'error');
  }

  warn(field: ImportField, message: string): void {
    this.#say(field, message, 'warning');
  }

  /** The text with single spaces, or null when the cell says that there is nothing. */
  words(field: ImportField): string | null {
    const column = this.#columns[field];
    const text = (column === undefined ? '' : (this.#cells[column] ?? ''))
      .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
      .trim();
    if (isNothing(text) && text !== '0') return null;
    if (text.length > TEXT_MAX) this.error(field, `Текст длиннее ${TEXT_MAX} знаков. Сократите его.`);
    return text;
  }

  /** A code stays as written with its leading zeros; a shorter one than its neighbours may have lost them. */
  code(): string | null {
    const text = this.#digits('code');
    if (text === null) return null;
    if (!/^[\p{L}\d][\p{L}\d./-]{0,19}$/u.test(text)) {
      this.error('code', `Код «${text}» не похож на код школы: нужны до 20 цифр, букв, точек и дефисов без пробелов.`);
      return null;
    }
    if (this.#mayLackZeros(text))
      this.warn('code', `Код «${text}» короче остальных: возможно, потеряны нули в начале. Сохранён как есть.`);
    else if (!/^\d{3,6}$/.test(text))
      this.warn('code', `Код «${text}» – не 3–6 цифр. Сохранён как есть, проверьте его.`);
    return text;
  }

  giaCode(field: 'gia9' | 'gia11'): string | null {
    const text = this.#digits(field);
    if (text === null || /^\d{3,6}$/.test(text)) return text;
    this.warn(field, `Код «${text}» – не 3–6 цифр. Значение не сохранено.`);
    return null;
  }

  inn(): string | null {
    const text = this.#digits('inn');
    if (text === null) return null;
    if (isValidInn(text)) return text;
    const reason = /^(\d{10}|\d{12})$/.test(text) ? 'контрольная цифра не сходится' : 'должно быть 10 цифр';
    this.warn('inn', `ИНН «${text}» неверен: ${reason}. Значение не сохранено.`);
    return null;
  }

  login(): string | null {
    const text = this.words('fisOko')?.replaceAll(' ', '').toLowerCase() ?? null;
    if (text === null || /^(?:[a-z]{3})?\d{4,8}$/.test(text)) return text;
    this.warn('fisOko', `Логин «${text}» не похож на логин ФИС ОКО (edu и цифры). Значение не сохранено.`);
    return null;
  }

  email(): string | null {
    const text = this.words('email');
    if (text === null || /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/.test(text)) return text;
    this.warn('email', `Адрес «${text}» не похож на адрес электронной почты. Значение не сохранено.`);
    return null;
  }

  pupils(): number | null {
    const text = this.words('pupils');
    if (text === null) return null;
    const number = Number(
      text
        .replaceAll(' ', '')
        .replace(/\s*(?:чел\.?|человек)$/i, '')
        .replace(',', '.'),
    );
    if (Number.isInteger(number) && number >= 0 && number <= PUPILS_MAX) return number;
    this.error('pupils', `«${text}» – не число обучающихся. Укажите целое число от 0 до 10 000.`);
    return null;
  }

  /** Grades of one column («1–9») or of two (from, to). */
  grades(): readonly number[] | null {
    const from = this.words('gradeFrom');
    const to = this.words('gradeTo');
    const field = this.holds('grades') ? 'grades' : 'gradeFrom';
    const text = this.words('grades') ?? (from && to ? `${from}-${to}` : null);
    if (text === null) return null;
    const read = gradesOf(text);
    if (!read) this.error(field, `Классы «${text}» не распознаны. Напишите, например, «1–9» или «1–4, 10–11».`);
    if (read?.isFromDate)
      this.warn(
        field,
        `Таблица превратила классы в дату; прочитано как ${read.grades[0]}–${read.grades.at(-1)}, проверьте.`,
      );
    return read?.grades ?? null;
  }

  contexts() {
    const text = this.words('contexts');
    if (text === null) return null;
    const { contexts, unknown } = contextsOf(text);
    for (const piece of unknown) this.warn('contexts', `Тип «${piece}» не распознан и не сохранён.`);
    return unknown.length > 0 && contexts.length === 0 ? null : contexts;
  }

  #mayLackZeros(code: string): boolean {
    return this.#codeLength !== null && /^[1-9]\d*$/.test(code) && code.length < this.#codeLength;
  }

  /** «0012 », «'0012», «12.0» as a spreadsheet may leave them. */
  #digits(field: ImportField): string | null {
    const text =
      this.words(field)
        ?.replace(/^['’]/, '')
        .replaceAll(' ', '')
        .replace(/^(\d+)[.,]0+$/, '$1') ?? null;
    return text === '' ? null : text;
  }

  #say(field: ImportField, message: string, severity: RowIssue['severity']): void {
    this.issues.push({ row: this.row, column: columnOf(field, this.#columns, this.#titles), message, severity });
  }
}

/** The length that at least half of the numeric codes have; null when there is none. */
export function usualCodeLength(rows: readonly (readonly string[])[], column: number | undefined): number | null {
  if (column === undefined) return null;
  const lengths = rows
    .map((row) => (row[column] ?? '').trim())
    .filter((text) => /^\d+$/.test(text))
    .map((text) => text.length);
  const times = new Map<number, number>();
  for (const length of lengths) times.set(length, (times.get(length) ?? 0) + 1);
  return [...times].find(([, count]) => count * 2 >= lengths.length && lengths.length >= 3)?.[0] ?? null;
}
