/**
 * How a point is stored: one smallint per item, in the order of `itemsOf(method)`. This is the only place that knows
 * the numbers; everywhere else they have these names. Unanswered is stored as NO_DATA.
 */
export const POINT = {
  /** «да»: the negative sign is there, one point. */
  YES: 1,
  /** «нет»: known, no point. */
  NO: 0,
  /** «неприменимо», by itself or by a person: outside the maximum. */
  NOT_APPLICABLE: -1,
  /** «нет данных» or not answered: outside the maximum, inside the range. */
  NO_DATA: -2,
  /** The item, its criterion or its section is switched off in this version. */
  OFF: -3,
} as const;

export type PointCode = (typeof POINT)[keyof typeof POINT];

const CODES: readonly PointCode[] = Object.values(POINT);

/** A stored number as a point code; refuses a number that no version of the portal ever wrote. */
export function pointCode(stored: number): PointCode {
  const found = CODES.find((known) => known === stored);
  if (found === undefined) throw new Error(`${stored} is not a point code`);
  return found;
}

/** 0, 1, or null where the point is not known or does not count. */
export const pointOf = (code: PointCode): 0 | 1 | null => (code === POINT.YES ? 1 : code === POINT.NO ? 0 : null);
