import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';

/**
 * An independent re-implementation of «Method» for tests: no positions, no expressions, no arrays of points. It reads
 * answers one by one, compares fractions, and finds «погранично» by really filling the missing answers in.
 */
export type Spec = {
  readonly criteria: readonly SpecCriterion[];
  /** Whether a school can be asked an item at all. */
  readonly canHave: (item: string, facts: CardFacts) => boolean;
  readonly groups: ReadonlyArray<{
    readonly procedures: ReadonlyArray<{ readonly code: string; readonly atLeast: number }>;
    readonly item: string | null;
    readonly counts: number;
  }>;
  readonly lowFrom: Fraction;
  readonly federalFrom: number;
  readonly missingOver: Fraction;
  readonly list: { readonly share: Fraction; readonly points: number | null };
  readonly risk: { readonly share: Fraction; readonly points: number | null; readonly objectivity: number };
  readonly names: {
    readonly proposed: string;
    readonly risk: string;
    readonly outside: string;
    readonly unknown: string;
  };
};

export type SpecCriterion = {
  readonly objectivity: boolean;
  /** Itself, or the signs that are on. */
  readonly items: readonly string[];
};

type Fraction = readonly [part: number, whole: number];

/** a/b ≥ c/d for b, d > 0, by cross multiplication. */
const atLeast = ([a, b]: Fraction, [c, d]: Fraction) => b > 0 && a * d >= c * b;
const moreThan = ([a, b]: Fraction, [c, d]: Fraction) => b > 0 && a * d > c * b;

export function naiveAssessment(spec: Spec, facts: CardFacts) {
  const counted = countUp(spec, facts);
  const verdict = judge(spec, counted);
  const filled = (value: AnswerValue) => judge(spec, countUp(spec, fillMissing(spec, facts, value)));
  const borderline = verdict !== spec.names.unknown && (filled('NO') !== verdict || filled('YES') !== verdict);
  return { ...counted, verdict, borderline };
}

function givenTo(spec: Spec, facts: CardFacts, item: string): AnswerValue {
  if (!spec.canHave(item, facts)) return 'NOT_APPLICABLE';
  return facts.answers[item] ?? 'NO_DATA';
}

function fillMissing(spec: Spec, facts: CardFacts, value: AnswerValue): CardFacts {
  const answers = { ...facts.answers };
  for (const item of spec.criteria.flatMap((criterion) => criterion.items)) {
    if (givenTo(spec, facts, item) === 'NO_DATA') answers[item] = value;
  }
  return { ...facts, answers };
}

function countUp(spec: Spec, facts: CardFacts) {
  const criteria = spec.criteria.map((criterion) => ({
    ...criterion,
    values: criterion.items.map((item) => givenTo(spec, facts, item)).filter((value) => value !== 'NOT_APPLICABLE'),
  }));
  const values = criteria.flatMap((criterion) => criterion.values);
  const results = criteria.filter((criterion) => !criterion.objectivity).flatMap((criterion) => criterion.values);
  const yes = (list: readonly AnswerValue[]) => list.filter((value) => value === 'YES').length;
  const known = (list: readonly AnswerValue[]) => list.filter((value) => value !== 'NO_DATA').length;
  const asked = criteria.filter((criterion) => criterion.values.length > 0);
  return {
    sum: yes(values),
    max: known(values),
    extra: values.length - known(values),
    sumResults: yes(results),
    maxResults: known(results),
    applicable: asked.length,
    missing: asked.filter((criterion) => known(criterion.values) === 0).length,
    low: lowProcedures(spec, facts),
  };
}

function lowProcedures(spec: Spec, facts: CardFacts): number {
  const on = new Set(spec.criteria.flatMap((criterion) => criterion.items));
  return spec.groups
    .map((group) => {
      const seen = facts.procedures.filter(({ code, participants, low }) => {
        const procedure = group.procedures.find((one) => one.code === code);
        return (
          procedure !== undefined && participants >= procedure.atLeast && atLeast([low, participants], spec.lowFrom)
        );
      }).length;
      const said = group.item !== null && on.has(group.item) && givenTo(spec, facts, group.item) === 'YES';
      return said && group.counts > seen ? group.counts : seen;
    })
    .reduce((a, b) => a + b, 0);
}

function judge(spec: Spec, card: ReturnType<typeof countUp>): string {
  const objectivity = card.sum - card.sumResults;
  const reached = (points: number | null) => points !== null && card.sum >= points;
  if (card.low >= spec.federalFrom) return spec.names.proposed;
  if (card.max === 0 || moreThan([card.missing, card.applicable], spec.missingOver)) return spec.names.unknown;
  if (atLeast([card.sum, card.max], spec.list.share) || reached(spec.list.points)) return spec.names.proposed;
  if (atLeast([card.sum, card.max], spec.risk.share) || reached(spec.risk.points)) return spec.names.risk;
  return objectivity >= spec.risk.objectivity ? spec.names.risk : spec.names.outside;
}
