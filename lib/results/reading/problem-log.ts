import type { Role } from '@/lib/results/layouts/profile';
import type { Header } from '@/lib/results/reading/header';
import type { Problem, ProblemCode } from '@/lib/results/reading/reading';

const EXAMPLES = 5;

/** What is wrong in rows, once for each column and kind: how often, and the first rows to look at. */
export class ProblemLog {
  readonly #known = new Map<string, Problem>();

  add(code: ProblemCode, place: { readonly sheet: string; readonly row: number }, header?: Header, role?: Role): void {
    const index = role === undefined ? undefined : header?.columns[role]?.[0];
    const column = index === undefined ? '' : (header?.titles[index] ?? '').trim().slice(0, 100);
    const key = [code, place.sheet, column].join('\u0001');
    const known = this.#known.get(key) ?? { code, sheet: place.sheet, column, count: 0, rows: [] };
    const rows = known.rows.length < EXAMPLES ? [...known.rows, place.row] : known.rows;
    this.#known.set(key, { ...known, count: known.count + 1, rows });
  }

  get list(): Problem[] {
    return [...this.#known.values()];
  }
}
