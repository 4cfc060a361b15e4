import { POINT } from '@/lib/diagnostics/scoring/point-code';
import type { CompiledMethod } from '@/lib/methodology/compiled-method';

/** The integers of one card; everything a verdict can depend on. */
export type RiskSum = {
  /** R: points given. */
  readonly sum: number;
  /** Rmax: what the applicable, known items could give. */
  readonly max: number;
  /** What the missing items could add: the range is sum … sum + extra. */
  readonly extra: number;
  /** Criteria (a composite is one) without data, and applicable criteria. */
  readonly missing: number;
  readonly applicable: number;
  /** Points, known and missing items of the objectivity zone. */
  readonly objectivity: number;
  readonly objectivityMax: number;
  readonly objectivityExtra: number;
  /** Procedures with low results, as far as results and answers tell; and if every missing answer were «да». */
  readonly low: number;
  readonly lowIfYes: number;
  /** By section index: points, known items, missing items. */
  readonly sectionSum: readonly number[];
  readonly sectionMax: readonly number[];
  readonly sectionExtra: readonly number[];
};

/** Of one composite or yes/no criterion: is anything of it applicable, is anything known? */
const APPLICABLE = 1;
const KNOWN = 2;

/**
 * The one place where a sum is made. `points` are codes of `POINT` by position; `lowByGroup` counts low procedures of
 * each federal group in imported results (missing: none). A composite is one criterion and is missing only when none of
 * its signs is known («Method», 2).
 */
export function riskSum(
  compiled: CompiledMethod,
  points: ArrayLike<number>,
  lowByGroup: ArrayLike<number> = [],
): RiskSum {
  const { items, sectionAt, criterionAt, inObjectivity, criteriaCount } = compiled;
  if (points.length !== items.length) {
    throw new Error(`${points.length} points for a method of ${items.length} items`);
  }
  const sections = compiled.method.sections.length;
  const sectionSum = new Array<number>(sections).fill(0);
  const sectionMax = new Array<number>(sections).fill(0);
  const sectionExtra = new Array<number>(sections).fill(0);
  const criteria = new Uint8Array(criteriaCount);
  let objectivity = 0;
  let objectivityMax = 0;
  let objectivityExtra = 0;
  for (let position = 0; position < points.length; position += 1) {
    const point = points[position];
    if (point === POINT.NOT_APPLICABLE || point === POINT.OFF) continue;
    const section = sectionAt[position] ?? 0;
    const criterion = criterionAt[position] ?? 0;
    const zone = inObjectivity[position] ?? 0;
    if (point === POINT.NO_DATA) {
      criteria[criterion] = (criteria[criterion] ?? 0) | APPLICABLE;
      sectionExtra[section] = (sectionExtra[section] ?? 0) + 1;
      objectivityExtra += zone;
      continue;
    }
    if (point !== POINT.YES && point !== POINT.NO) throw new Error(`${point} is not a point code`);
    criteria[criterion] = APPLICABLE | KNOWN;
    sectionMax[section] = (sectionMax[section] ?? 0) + 1;
    sectionSum[section] = (sectionSum[section] ?? 0) + point;
    objectivityMax += zone;
    objectivity += zone * point;
  }
  let applicable = 0;
  let missing = 0;
  for (const state of criteria) {
    if (state !== 0) applicable += 1;
    if (state === APPLICABLE) missing += 1;
  }
  return {
    sum: total(sectionSum),
    max: total(sectionMax),
    extra: total(sectionExtra),
    missing,
    applicable,
    objectivity,
    objectivityMax,
    objectivityExtra,
    ...lowProcedures(compiled, points, lowByGroup),
    sectionSum,
    sectionMax,
    sectionExtra,
  };
}

function total(numbers: readonly number[]): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum;
}

/** Σ over federal groups of max(low in the results, what the group's answer «да» stands for); decision record 0004. */
function lowProcedures(compiled: CompiledMethod, points: ArrayLike<number>, lowByGroup: ArrayLike<number>) {
  let low = 0;
  let lowIfYes = 0;
  for (let index = 0; index < compiled.groups.length; index += 1) {
    const group = compiled.groups[index];
    if (!group) continue;
    const point = group.position < 0 ? POINT.OFF : points[group.position];
    const fromResults = lowByGroup[index] ?? 0;
    const ifYes = Math.max(fromResults, group.counts);
    low += point === POINT.YES ? ifYes : fromResults;
    lowIfYes += point === POINT.YES || point === POINT.NO_DATA ? ifYes : fromResults;
  }
  return { low, lowIfYes };
}
