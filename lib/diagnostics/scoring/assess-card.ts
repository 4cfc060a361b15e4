import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { countLow, type ProcedureOutcome, procedureOutcomes } from '@/lib/diagnostics/scoring/low-procedures';
import { type PointReason, pointFor } from '@/lib/diagnostics/scoring/point';
import type { PointCode } from '@/lib/diagnostics/scoring/point-code';
import { riskSum } from '@/lib/diagnostics/scoring/risk-sum';
import { decide, decisionScope, isBorderline } from '@/lib/diagnostics/scoring/verdict';
import { applicableItems, type CompiledMethod, compileMethod } from '@/lib/methodology/compiled-method';
import type { Item } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';

/** Sum, verdict and what they were made from: the row of an assessment. */
export type Outcome = {
  readonly sum: number;
  readonly max: number;
  readonly extra: number;
  /** Without the objectivity zone: an «objectivity» point is not a «low result» point. */
  readonly sumResults: number;
  readonly maxResults: number;
  readonly missing: number;
  readonly applicable: number;
  /** Procedures of the year with low results, as far as results and answers tell. */
  readonly low: number;
  readonly verdict: string;
  readonly rule: string;
  readonly borderline: boolean;
};

export type SectionSum = {
  readonly code: string;
  readonly title: string;
  readonly sum: number;
  readonly max: number;
  readonly extra: number;
};

export type AssessedItem = { readonly item: Item; readonly point: PointCode; readonly reason: PointReason };

export type CardAssessment = Outcome & {
  /** Codes of POINT by position: what is stored. */
  readonly points: readonly PointCode[];
  /** The same with the item and the reason, by position. */
  readonly items: readonly AssessedItem[];
  readonly sections: readonly SectionSum[];
  /** By federal group: its procedures with the results known. */
  readonly procedures: readonly (readonly ProcedureOutcome[])[];
};

/**
 * The outcome of a card: pure, the same bytes for the same method and facts. Everything that is not answered counts as
 * «нет данных»; an answer to what the school cannot have does not count. Refuses an answer to an item that the method
 * does not have, because silently dropping it would change a sum.
 */
export function assessCard(method: Method, facts: CardFacts): CardAssessment {
  const compiled = compileMethod(method);
  const answers = new Map(Object.entries(facts.answers));
  for (const code of answers.keys()) {
    if (!compiled.positionOf.has(code)) throw new Error(`The method has no item ${code}`);
  }
  const applicable = applicableItems(compiled, { ...facts.school, held: facts.held });
  const items = compiled.items.map((item, position): AssessedItem => {
    const { code, reason } = pointFor(item, applicable[position] ?? false, answers.get(item.code));
    return { item, point: code, reason };
  });
  const points = items.map((assessed) => assessed.point);
  const procedures = procedureOutcomes(compiled, facts.procedures);
  const total = riskSum(compiled, points, countLow(procedures));
  return {
    ...outcomeOf(compiled, facts.school.kind, total),
    points,
    items,
    sections: method.sections.map((section, index) => ({
      code: section.code,
      title: section.title,
      sum: total.sectionSum[index] ?? 0,
      max: total.sectionMax[index] ?? 0,
      extra: total.sectionExtra[index] ?? 0,
    })),
    procedures,
  };
}

/**
 * The same outcome from stored point codes, for recomputing a country: no answers, no reasons. `lowByGroup` is
 * `countLow(procedureOutcomes(…))` of the stored results, or nothing where a card has only answers.
 */
export function assessPoints(
  compiled: CompiledMethod,
  kind: string,
  points: ArrayLike<number>,
  lowByGroup: ArrayLike<number> = [],
): Outcome {
  return outcomeOf(compiled, kind, riskSum(compiled, points, lowByGroup));
}

function outcomeOf(compiled: CompiledMethod, kind: string, total: ReturnType<typeof riskSum>): Outcome {
  const stated = decide(compiled, decisionScope(compiled, kind, total));
  return {
    sum: total.sum,
    max: total.max,
    extra: total.extra,
    sumResults: total.sum - total.objectivity,
    maxResults: total.max - total.objectivityMax,
    missing: total.missing,
    applicable: total.applicable,
    low: total.low,
    verdict: stated.verdict,
    rule: stated.rule,
    borderline: isBorderline(compiled, kind, total, stated),
  };
}
