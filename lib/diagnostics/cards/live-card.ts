import type { LiveCard } from '@/lib/diagnostics/cards/card-contract';
import { type Gaps, gaps } from '@/lib/diagnostics/cards/gaps';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { assessCard, type CardAssessment } from '@/lib/diagnostics/scoring/assess-card';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { pointOf } from '@/lib/diagnostics/scoring/point-code';
import type { Method } from '@/lib/methodology/method';
import { verdictWords } from '@/lib/methodology/method-words';

/** The school as it was when the campaign opened, and the procedures held. */
export type SchoolOfYear = {
  readonly school: { readonly kind: string; readonly grades: readonly number[] };
  readonly held: readonly string[];
};

type Given = { readonly value: AnswerValue; readonly comment: string };

export type RoundAtWork = {
  readonly facts: CardFacts;
  readonly assessment: CardAssessment;
  readonly gaps: Gaps;
  readonly live: LiveCard;
};

/**
 * The facts of a round from its answers. Results are not imported yet, so procedures are known from answers alone.
 * Answers to what the school cannot have stay in the facts and give no point.
 */
export const factsOf = (school: SchoolOfYear, answers: ReadonlyMap<string, Given>): CardFacts => ({
  school: { kind: school.school.kind, grades: [...school.school.grades] },
  held: [...school.held],
  answers: Object.fromEntries([...answers].map(([item, answer]) => [item, answer.value])),
  procedures: [],
});

/** The round the school works on: what the sum is now and what is still missing. Pure. */
export function roundAtWork(method: Method, school: SchoolOfYear, answers: ReadonlyMap<string, Given>): RoundAtWork {
  const facts = factsOf(school, answers);
  const assessment = assessCard(method, facts);
  const left = gaps(method, facts, answers);
  return {
    facts,
    assessment,
    gaps: left,
    live: {
      sum: assessment.sum,
      max: assessment.max,
      extra: assessment.extra,
      answered: left.answered,
      applicable: left.applicable,
      pointsByItem: Object.fromEntries(
        assessment.items
          .filter(({ reason }) => reason !== 'OFF' && reason !== 'CANNOT_HAVE')
          .map(({ item, point }) => [item.code, pointOf(point)]),
      ),
      gaps: left.sections.flatMap((section) =>
        section.gaps.map((gap) => ({ item: gap.item.code, reason: gap.reason })),
      ),
      verdict: verdictWords(method, assessment.verdict, assessment.borderline),
    },
  };
}
