import { assessCard, type CardAssessment } from '@/lib/diagnostics/scoring/assess-card';
import type { CardFacts, ProcedureResult } from '@/lib/diagnostics/scoring/card-facts';
import type { CompiledMeasures } from '@/lib/methodology/measures/compile-measures';
import { type Computation, type ListVerdict, listVerdicts, type Values } from '@/lib/methodology/measures/compute';
import { belowOf, type FactTable, keyOf, type Unit } from '@/lib/methodology/measures/facts';
import type { Method, MethodProcedure } from '@/lib/methodology/method';

/** Everything a method says of one school from facts alone. */
export type FactsAssessment = {
  readonly unit: Unit;
  readonly values: Values;
  readonly assessment: CardAssessment;
  readonly lists: readonly ListVerdict[];
};

/**
 * A card that only the portal has filled: computed answers, procedures from results, everything else unanswered. The
 * point, the sum and the verdict are made where those of any card are.
 */
export function assessFromFacts(
  method: Method,
  compiled: CompiledMeasures,
  computation: Computation,
  table: FactTable,
  unit: Unit,
  year: number,
): FactsAssessment {
  const facts: CardFacts = {
    school: { kind: unit.kind, grades: [...unit.grades] },
    held: heldOf(method, table, unit, year),
    answers: Object.fromEntries(computation.answersOf(unit.school)),
    procedures: method.procedures.flatMap((procedure) => resultOf(procedure, table, unit, year) ?? []),
  };
  const assessment = assessCard(method, facts);
  const { sum, max, extra, missing, applicable, low } = assessment;
  const objectivity = sum - assessment.sumResults;
  const lists = listVerdicts(compiled, computation, unit.school, {
    ...{ sum, max, extra, missing, applicable, low, objectivity },
  });
  return { unit, values: computation.valuesOf(unit.school), assessment, lists };
}

const keysOf = (procedure: MethodProcedure, year: number): readonly string[] =>
  (procedure.results?.subjects ?? []).map((subject) =>
    keyOf(procedure.results?.exam ?? '', subject, procedure.grade, year),
  );

/** What the list of schools says, or every procedure that anybody in the municipality has results of. */
export function heldOf(method: Method, table: FactTable, unit: Unit, year: number): string[] {
  if (unit.held.length > 0) return [...unit.held];
  return method.procedures
    .filter((procedure) => keysOf(procedure, year).some((key) => table.group(unit.municipality, key).length > 0))
    .map((procedure) => procedure.code);
}

/** One procedure may be several exams (ЕГЭ mathematics): participants and «2» of all of them. */
export function resultOf(
  procedure: MethodProcedure,
  table: FactTable,
  unit: Unit,
  year: number,
): ProcedureResult | undefined {
  let participants = 0;
  let low = 0;
  for (const key of keysOf(procedure, year)) {
    const fact = table.of(unit.school, key);
    const below = fact && belowOf(fact);
    if (!fact || fact.participants === null || below === null || below === undefined) continue;
    participants += fact.participants;
    low += below;
  }
  return participants === 0 ? undefined : { code: procedure.code, participants, low };
}
