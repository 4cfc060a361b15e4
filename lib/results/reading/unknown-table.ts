import { level, numberOf } from '@/lib/results/reading/level';
import type { Reading, UnknownColumn } from '@/lib/results/reading/reading';

/** Words that only headers have; a table of which nothing is known is recognised by them. */
const HEADER_WORDS = /школ|логин|балл|отмет|оценк|класс|код|участник|предмет|задани|вариант|муницип|пользов|инн/;
/** A row with fewer of them may be a pupil, and then nothing of it may be shown. */
const LEAST_WORDS = 3;
const BODY_ROWS = 60;

/** The top of a sheet without a known header. */
export class UnknownTable {
  readonly #rows: { row: number; cells: readonly string[] }[] = [];

  add(row: number, cells: readonly string[]): void {
    if (this.#rows.length < BODY_ROWS) this.#rows.push({ row, cells });
  }

  /** Titles of the likeliest header and the kind of what stands below, never the content; null when no row is one. */
  found(sheet: string): NonNullable<Reading['unknown']> | null {
    const [best] = this.#rows
      .map(({ row, cells }) => ({ row, cells, words: cells.filter((cell) => HEADER_WORDS.test(level(cell))).length }))
      .sort((a, b) => b.words - a.words);
    if (!best || best.words < LEAST_WORDS) return null;
    const below = this.#rows.filter(({ row }) => row > best.row).map(({ cells }) => cells);
    const columns = best.cells.map((title, index) => ({
      index,
      title: title.trim().slice(0, 100),
      kind: kindOf(below.map((cells) => (cells[index] ?? '').trim()).filter((cell) => cell !== '')),
    }));
    return { sheet, row: best.row, columns: columns.filter(({ title }) => title !== '') };
  }
}

function kindOf(texts: readonly string[]): UnknownColumn['kind'] {
  if (texts.length === 0) return 'empty';
  const numbers = texts.filter((text) => numberOf(text) !== null).length;
  return numbers === texts.length ? 'number' : numbers === 0 ? 'text' : 'mixed';
}
