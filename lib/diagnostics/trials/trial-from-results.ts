import { heldOf, resultOf } from '@/lib/diagnostics/scoring/assess-facts';
import type { ProcedureResult } from '@/lib/diagnostics/scoring/card-facts';
import { itemsOf } from '@/lib/methodology/items';
import { type CompiledMeasures, compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { type Computation, compute } from '@/lib/methodology/measures/compute';
import type { FactTable } from '@/lib/methodology/measures/facts';
import type { Method } from '@/lib/methodology/method';

/** What a tried method takes from loaded results instead of a card: only what the change of the method changes. */
export type FromResults = {
  /** By item code. */
  readonly answers: Readonly<Record<string, 'YES' | 'NO'>>;
  /** Procedures that the method of the cards has not. */
  readonly held: readonly string[];
  readonly procedures: readonly ProcedureResult[];
};

/**
 * By school: answers that results give under the tried method and that the method of the cards did not ask, did not compute,
 * or computed otherwise. An answer that both compute alike stays as the school gave it, so that a trial shows the change of
 * the method and nothing else. Without data nothing is taken.
 */
export function fromResults(
  before: Method,
  after: Method,
  table: FactTable,
  year: number,
): ReadonlyMap<string, FromResults> {
  const compiled = compileMeasures(after);
  const computation = compute(compiled, table, year);
  const old = computationOf(before, table, year);
  const asked = new Set(itemsOf(before).flatMap((item) => (item.on ? [item.code] : [])));
  const on = new Set(itemsOf(after).flatMap((item) => (item.on ? [item.code] : [])));
  const known = new Set(before.procedures.map((procedure) => procedure.code));
  const added = after.procedures.filter((procedure) => !known.has(procedure.code));
  return new Map(
    table.units.map((unit) => {
      const was = old?.answersOf(unit.school);
      const answers = [...computation.answersOf(unit.school)].flatMap(([code, value]) =>
        value === 'NO_DATA' || !on.has(code) || (asked.has(code) && was?.get(code) === value)
          ? []
          : [[code, value] as const],
      );
      return [
        unit.school,
        {
          answers: Object.fromEntries(answers),
          held: heldOf({ ...after, procedures: added }, table, { ...unit, held: [] }, year),
          procedures: added.flatMap((procedure) => resultOf(procedure, table, unit, year) ?? []),
        },
      ];
    }),
  );
}

function computationOf(method: Method, table: FactTable, year: number): Computation | undefined {
  const compiled: CompiledMeasures = compileMeasures(method);
  return compiled.items.length === 0 ? undefined : compute(compiled, table, year);
}

/** Whether anything that the method takes from results depends on one of its numbers. */
export function readsNumber(method: Method, code: string): boolean {
  const { measures, items } = compileMeasures(method);
  return [...measures, ...items].some(({ expression }) => expression.reads.has(code));
}

/** Whether a trial of this method on cards of that one needs results at all. */
export const takesResults = (before: Method, after: Method): boolean => {
  const known = new Set(before.procedures.map((procedure) => procedure.code));
  return compileMeasures(after).items.length > 0 || after.procedures.some(({ code }) => !known.has(code));
};
