import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { POINT, type PointCode } from '@/lib/diagnostics/scoring/point-code';
import type { Item } from '@/lib/methodology/items';

/** Why a point is what it is. */
export type PointReason =
  | 'YES'
  | 'NO'
  /** A person said «неприменимо». */
  | 'NOT_APPLICABLE'
  /** The school cannot have it: kind, grades, procedures not held. An answer kept from before does not count. */
  | 'CANNOT_HAVE'
  | 'NO_DATA'
  | 'UNANSWERED'
  | 'OFF';

export type Point = { readonly code: PointCode; readonly reason: PointReason };

const BY_ANSWER: Record<AnswerValue, Point> = {
  YES: { code: POINT.YES, reason: 'YES' },
  NO: { code: POINT.NO, reason: 'NO' },
  NOT_APPLICABLE: { code: POINT.NOT_APPLICABLE, reason: 'NOT_APPLICABLE' },
  NO_DATA: { code: POINT.NO_DATA, reason: 'NO_DATA' },
};
const OFF: Point = { code: POINT.OFF, reason: 'OFF' };
const CANNOT_HAVE: Point = { code: POINT.NOT_APPLICABLE, reason: 'CANNOT_HAVE' };
const UNANSWERED: Point = { code: POINT.NO_DATA, reason: 'UNANSWERED' };

/** The one place where a point is decided: «да» is 1, «нет» is 0 («Method», 1), everything else is outside the sum. */
export function pointFor(item: Item, isApplicable: boolean, answer: AnswerValue | undefined): Point {
  if (!item.on) return OFF;
  if (!isApplicable) return CANNOT_HAVE;
  return answer === undefined ? UNANSWERED : BY_ANSWER[answer];
}
