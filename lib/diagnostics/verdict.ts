import type { RiskSum } from '@/lib/diagnostics/risk-sum';
import type { CompiledMethod } from '@/lib/methodology/compiled-method';
import type { DecisionScope } from '@/lib/methodology/expression';

export type Verdict = {
  /** Codes of the method's verdict and of the rule that gave it. */
  readonly verdict: string;
  readonly rule: string;
};

/** The numbers a rule can name, from the sum of a card. */
export function decisionScope(compiled: CompiledMethod, kind: string, total: RiskSum): DecisionScope {
  return scopeOf(compiled, kind, total, total.sectionSum);
}

function scopeOf(
  compiled: CompiledMethod,
  kind: string,
  total: Pick<RiskSum, 'sum' | 'max' | 'extra' | 'missing' | 'applicable' | 'low' | 'objectivity'>,
  sectionSum: readonly number[],
): DecisionScope {
  const points: Record<string, number> = {};
  for (const [index, section] of compiled.method.sections.entries()) points[section.code] = sectionSum[index] ?? 0;
  return {
    sum: total.sum,
    max: total.max,
    extra: total.extra,
    missing: total.missing,
    applicable: total.applicable,
    low: total.low,
    federalMinimum: compiled.method.federal.minimum,
    objectivity: total.objectivity,
    kind,
    points,
    params: compiled.params,
  };
}

/** The one place where a verdict is made: the first rule of the method that holds. */
export function decide(compiled: CompiledMethod, scope: DecisionScope): Verdict {
  for (const { rule, holds } of compiled.rules) {
    if (holds(scope)) return { verdict: rule.verdict, rule: rule.code };
  }
  throw new Error(`No rule of ${compiled.method.code} v${compiled.method.number} holds: the last one must be «true»`);
}

/**
 * «Погранично»: the verdict is not the same with every missing item taken as «нет» and as «да», or neither is the stated
 * one. A verdict outside the scale of risk («недостаточно данных») is never borderline: it says so itself.
 * Decision record 0003.
 */
export function isBorderline(compiled: CompiledMethod, kind: string, total: RiskSum, stated: Verdict): boolean {
  if (total.extra === 0 || compiled.verdictOf.get(stated.verdict)?.level === null) return false;
  const complete = { max: total.max + total.extra, extra: 0, missing: 0, applicable: total.applicable };
  const allNo = decide(
    compiled,
    scopeOf(
      compiled,
      kind,
      { ...complete, sum: total.sum, low: total.low, objectivity: total.objectivity },
      total.sectionSum,
    ),
  );
  if (allNo.verdict !== stated.verdict) return true;
  const allYes = decide(
    compiled,
    scopeOf(
      compiled,
      kind,
      {
        ...complete,
        sum: total.sum + total.extra,
        low: total.lowIfYes,
        objectivity: total.objectivity + total.objectivityExtra,
      },
      total.sectionSum.map((sum, index) => sum + (total.sectionExtra[index] ?? 0)),
    ),
  );
  return allYes.verdict !== stated.verdict;
}
