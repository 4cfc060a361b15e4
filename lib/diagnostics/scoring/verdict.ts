import type { RiskSum } from '@/lib/diagnostics/scoring/risk-sum';
import type { CompiledMethod } from '@/lib/methodology/compiled-method';
import type { DecisionScope } from '@/lib/methodology/expression';

export type Verdict = {
  /** Codes of the method's verdict and of the rule that gave it. */
  readonly verdict: string;
  readonly rule: string;
};

type Known = Pick<RiskSum, 'sum' | 'max' | 'extra' | 'missing' | 'applicable' | 'low' | 'objectivity'>;

/** The numbers a rule can name, from the sum of a card. */
export function decisionScope(compiled: CompiledMethod, kind: string, total: RiskSum): DecisionScope {
  return scopeOf(compiled, kind, total, total.sectionSum);
}

function scopeOf(compiled: CompiledMethod, kind: string, total: Known, sectionSum: readonly number[]): DecisionScope {
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
    points: compiled.readsSections ? pointsBySection(compiled, sectionSum) : NO_POINTS,
    params: compiled.params,
  };
}

const NO_POINTS: DecisionScope['points'] = {};

function pointsBySection(compiled: CompiledMethod, sectionSum: readonly number[]): DecisionScope['points'] {
  return Object.fromEntries(compiled.method.sections.map((section, index) => [section.code, sectionSum[index] ?? 0]));
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
  const allNo = decide(compiled, scopeOf(compiled, kind, filled(total, 0, total.low, 0), total.sectionSum));
  if (allNo.verdict !== stated.verdict) return true;
  const withExtra = total.sectionSum.map((sum, index) => sum + (total.sectionExtra[index] ?? 0));
  const yes = filled(total, total.extra, total.lowIfYes, total.objectivityExtra);
  return decide(compiled, scopeOf(compiled, kind, yes, withExtra)).verdict !== stated.verdict;
}

/** The card with nothing missing any more: every missing item known, `points` of them «да». */
function filled(total: RiskSum, points: number, low: number, objectivity: number): Known {
  return {
    sum: total.sum + points,
    max: total.max + total.extra,
    extra: 0,
    missing: 0,
    applicable: total.applicable,
    low,
    objectivity: total.objectivity + objectivity,
  };
}
