import type { Ground } from '@/lib/diagnostics/computed/reviewed-sign';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';

/** What the list needs of an item of a card. */
export type SteppedItem = {
  readonly code: string;
  readonly wording: string;
  readonly answer: { readonly value: AnswerValue } | null;
  readonly computed: {
    readonly value: AnswerValue;
    readonly ground: Ground;
    readonly because: string;
    readonly turning: string;
    readonly steps: number | null;
  } | null;
};

export type CardStep = { readonly code: string; readonly wording: string; readonly turning: string };

/** The counterfactuals of a whole card, told to the school and the centre. */
export type CardSteps = {
  /** «Да» that one pupil, or one of a figure, would have made «нет». */
  readonly oneStepOff: readonly CardStep[];
  /** «Да» that takes more, the smallest change first; changes in points of score come last. */
  readonly furtherOff: readonly CardStep[];
  /** «Да» that nothing in the school's own results of the year would change: a decision, a link, a value of the others. */
  readonly fixed: readonly CardStep[];
  /** «Нет» that one pupil, or one of a figure, would have made «да». */
  readonly oneStepOn: readonly CardStep[];
  /** Items that the school has answered otherwise than the portal: its word stands, so no change of results is told of it. */
  readonly contested: readonly string[];
};

/** Sorts the computed answers of a card by how near each is to another answer. The order of the card is kept inside a list. */
export function cardSteps(items: readonly SteppedItem[]): CardSteps {
  const told: Record<'oneStepOff' | 'fixed' | 'oneStepOn', CardStep[]> = { oneStepOff: [], fixed: [], oneStepOn: [] };
  const further: (CardStep & { readonly steps: number | null })[] = [];
  const contested: string[] = [];
  for (const { code, wording, answer, computed } of items) {
    if (!computed || computed.value === 'NO_DATA') continue;
    if (answer && answer.value !== computed.value) {
      contested.push(code);
      continue;
    }
    const { turning, steps } = computed;
    const step = { code, wording, turning };
    if (computed.value === 'YES') {
      if (turning === '') told.fixed.push(step);
      else if (steps === 1) told.oneStepOff.push(step);
      else further.push({ ...step, steps });
    } else if (turning !== '') told.oneStepOn.push(step);
  }
  further.sort((a, b) => (a.steps ?? Number.MAX_SAFE_INTEGER) - (b.steps ?? Number.MAX_SAFE_INTEGER));
  return { ...told, furtherOff: further.map(({ steps: _, ...step }) => step), contested };
}
