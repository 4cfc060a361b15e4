import { asSentence } from '@/lib/kernel/russian';
import type { Item } from '@/lib/methodology/items';
import type { ComputedAnswer } from '@/lib/methodology/measures/compute';
import { SIGN_CODES } from '@/lib/objectivity/sign-code';
import type { SignDecision } from '@/lib/objectivity/sign-review';

/**
 * What a computed answer stands on: the formula of the method; a marker that the formula has found and nobody has looked at;
 * a decision of the centre.
 */
export const GROUNDS = ['FORMULA', 'MARKER', 'CONFIRMED', 'REJECTED'] as const;
export type Ground = (typeof GROUNDS)[number];

export type ReviewedSign = {
  readonly value: ComputedAnswer;
  readonly ground: Ground;
  /** The decision in force that the answer stands on. */
  readonly decision: SignDecision | undefined;
};

/** Signs that the centre can decide about: those of a composite criterion that the objectivity map knows by the same code. */
export const isReviewed = (item: Item): boolean => item.isSign && SIGN_CODES.includes(item.code);

/**
 * The one place where the formula of a sign and the review of the centre come together («Method», 1: a composite gives one
 * point for each *confirmed* sign; docs/decisions/0016). Confirmed is «да» and rejected is «нет», whatever newer results say.
 * Found and not decided is neither: «нет данных», outside the sum and inside its range. A sign of several works counts as
 * confirmed when one of them is. Undefined: no formula and nothing confirmed, so the portal has nothing to say.
 */
export function reviewedSign(
  formula: ComputedAnswer | undefined,
  decisions: readonly SignDecision[],
): ReviewedSign | undefined {
  const confirmed = decisions.find(({ step }) => step === 'CONFIRMED');
  if (confirmed) return { value: 'YES', ground: 'CONFIRMED', decision: confirmed };
  if (formula === undefined) return undefined;
  const rejected = decisions.find(({ step }) => step === 'REJECTED');
  if (rejected) return { value: 'NO', ground: 'REJECTED', decision: rejected };
  if (formula === 'YES') return { value: 'NO_DATA', ground: 'MARKER', decision: undefined };
  return { value: formula, ground: 'FORMULA', decision: undefined };
}

/**
 * The reason of an answer that stands on a review: what the centre decided and why, the numbers it saw, and what the formula
 * says of the present results where that differs. `found` is the formula with the numbers of the school, for a marker.
 */
export function reviewWords(
  { ground, decision }: ReviewedSign,
  formula: ComputedAnswer | undefined,
  found: string,
): string {
  const of = decision
    ? `${asSentence(decision.reason)} Числа, которые видел центр: ${asSentence(decision.sentence)}`
    : '';
  switch (ground) {
    case 'CONFIRMED':
      return `Центр подтвердил признак: ${of}${
        formula === 'NO'
          ? ' По нынешним результатам формула его не находит; решение в силе, пока центр его не изменит.'
          : ''
      }`;
    case 'REJECTED':
      return `Центр отклонил признак: ${of}`;
    case 'MARKER':
      return `Возможный маркер, центр ещё не посмотрел. Формула находит признак: ${found}. Балла нет, пока центр не подтвердит признак.`;
    case 'FORMULA':
      return '';
  }
}
