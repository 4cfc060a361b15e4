import type {
  CardAnswer,
  CardComputed,
  CardCriterion,
  CardEvidence,
  CardItem,
  CardOutcome,
  CardRemark,
  CardSection,
  UnsavedAnswer,
} from '@/lib/diagnostics/cards/card-page';
import type { Gaps } from '@/lib/diagnostics/cards/gaps';
import type { AssessedItem, CardAssessment, Outcome } from '@/lib/diagnostics/scoring/assess-card';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { reasonForPoint } from '@/lib/diagnostics/scoring/explain-point';
import { explainVerdict } from '@/lib/diagnostics/scoring/explain-verdict';
import { pointCode, pointOf } from '@/lib/diagnostics/scoring/point-code';
import { stability } from '@/lib/diagnostics/scoring/stability';
import type { Method } from '@/lib/methodology/method';
import { findVerdict } from '@/lib/methodology/method-words';

/** Everything that stands beside the items of a card, by item. */
export type Beside = {
  readonly answers: ReadonlyMap<string, CardAnswer>;
  readonly lastYear: Readonly<Record<string, NonNullable<CardItem['lastYear']>>>;
  readonly evidence: readonly CardEvidence[];
  readonly remarks: readonly CardRemark[];
  readonly unsaved: ReadonlyMap<string, UnsavedAnswer>;
  readonly computed: ReadonlyMap<string, CardComputed>;
};

/** Points as they are stored, in the order of positions; without them the ones just computed. */
type Stored = { readonly points: readonly number[] } | undefined;

/** The card as it is printed: sections, their criteria, the signs of a composite. What is switched off is left out. */
export function shapeSections(
  method: Method,
  assessment: CardAssessment,
  stored: Stored,
  progress: Gaps,
  beside: Beside,
): readonly CardSection[] {
  const items = new Map<string, CardItem[]>();
  for (const assessed of assessment.items) {
    if (!assessed.item.on) continue;
    const own = items.get(assessed.item.criterion) ?? [];
    own.push(shapeItem(assessed, stored?.points[assessed.item.position], beside));
    items.set(assessed.item.criterion, own);
  }
  return method.sections
    .filter((section) => section.enabled)
    .map((section): CardSection => {
      const done = progress.sections.find((one) => one.code === section.code);
      const total = assessment.sections.find((one) => one.code === section.code);
      return {
        code: section.code,
        title: section.title,
        table: section.table,
        zone: section.zone,
        note: section.note,
        applicable: done?.applicable ?? 0,
        answered: done?.answered ?? 0,
        sum: total?.sum ?? 0,
        max: total?.max ?? 0,
        extra: total?.extra ?? 0,
        criteria: section.criteria.flatMap((criterion): CardCriterion[] => {
          const own = items.get(criterion.code);
          if (!own) return [];
          const { code, kind, wording, hint } = criterion;
          return [{ code, kind, wording, hint, items: own }];
        }),
      };
    });
}

function shapeItem({ item, point, reason }: AssessedItem, stored: number | undefined, beside: Beside): CardItem {
  const isApplicable = reason !== 'CANNOT_HAVE';
  return {
    code: item.code,
    position: item.position,
    isSign: item.isSign,
    wording: item.wording,
    hint: item.hint,
    number: item.number,
    formula: item.formula,
    dataSource: item.dataSource,
    provenance: item.provenance,
    isApplicable,
    answer: isApplicable ? (beside.answers.get(item.code) ?? null) : null,
    unsaved: beside.unsaved.get(item.code) ?? null,
    point: pointOf(stored === undefined ? point : pointCode(stored)),
    reason: reasonForPoint(reason),
    lastYear: beside.lastYear[item.code] ?? null,
    computed: isApplicable ? (beside.computed.get(item.code) ?? null) : null,
    evidence: beside.evidence.filter((one) => one.item === item.code),
    remarks: beside.remarks.filter((one) => one.item === item.code),
  };
}

type Made = { readonly inputHash: string; readonly madeAt: Date } | undefined;

/** Sum and verdict with the way they came about; live where `made` is missing. */
export function shapeOutcome(
  method: Method,
  outcome: Omit<Outcome, 'low'> & { readonly points: readonly number[] },
  facts: Pick<CardFacts, 'school' | 'procedures'>,
  made: Made,
): CardOutcome {
  const verdict = findVerdict(method, outcome.verdict);
  return {
    isLive: made === undefined,
    sum: outcome.sum,
    max: outcome.max,
    extra: outcome.extra,
    sumResults: outcome.sumResults,
    maxResults: outcome.maxResults,
    missing: outcome.missing,
    applicable: outcome.applicable,
    verdictCode: outcome.verdict,
    verdict: explainVerdict(method, outcome),
    proposes: verdict.proposes,
    level: verdict.level,
    isBorderline: outcome.borderline,
    stability: stability(method, {
      kind: facts.school.kind,
      points: outcome.points.map(pointCode),
      procedures: facts.procedures,
    }),
    inputHash: made?.inputHash ?? null,
    madeAt: made?.madeAt ?? null,
  };
}
