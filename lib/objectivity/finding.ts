/**
 * What a sign says of one school, work and year. A sign is a possible marker («возможный маркер») and never an established
 * fact; what it cannot be computed from stays UNDEFINED, which is neither 0 nor «нет».
 */
export type SignState = 'ABSENT' | 'PRESENT' | 'UNDEFINED';

/** Why a sign is undefined. */
export const REASONS = [
  /** The school has no result of this work. */
  'NO_RESULT',
  /** The file it came from does not hold what the sign needs: a mean and deviation, marks, journal, tasks, scores. */
  'NO_DETAIL',
  /** There is nothing to compare with: no values of the territory or region. */
  'NO_REFERENCE',
  /** One participant has no deviation. */
  'ONE_PARTICIPANT',
  /** Fewer participants than the guard asks for. */
  'FEW_PARTICIPANTS',
  /** Too few near the border of a mark. */
  'FEW_AT_BORDER',
  /** The territory has too few schools for quartiles or for its usual spread. */
  'FEW_SCHOOLS',
  /** All marks or all scores are equal: ranks say nothing. */
  'TIES',
  /** The official scale of marks of that year is not in the dictionary. */
  'NO_SCALE',
  /** It is not known which tasks are basic and which advanced. */
  'NO_TASK_LEVELS',
  /** The same parallel has no result of the year before. */
  'NO_EARLIER_YEAR',
] as const;
export type Reason = (typeof REASONS)[number];

/** The numbers a state came from, by name; `n` is always participants. */
export type Numbers = Readonly<Record<string, number>>;

export interface Finding {
  readonly state: SignState;
  readonly reason: Reason | null;
  readonly numbers: Numbers;
}

export const undefinedBecause = (reason: Reason, numbers: Numbers = {}): Finding => ({
  state: 'UNDEFINED',
  reason,
  numbers,
});

export const decided = (isPresent: boolean, numbers: Numbers): Finding => ({
  state: isPresent ? 'PRESENT' : 'ABSENT',
  reason: null,
  numbers,
});
