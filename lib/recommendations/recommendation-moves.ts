/** The states of a recommendation; the words are in words.ts. */
export const RECOMMENDATION_STATES = [
  'DRAFT',
  'SENT',
  'ACCEPTED',
  'COUNTERED',
  'REPORTED',
  'RETURNED',
  'DONE',
  'WITHDRAWN',
] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

/** Who moves a recommendation: the school it is of, or the centre. */
export type Side = 'SCHOOL' | 'CENTRE';

export const SCHOOL_MOVES = ['accept', 'counter', 'report'] as const;
export const CENTRE_MOVES = ['agree', 'insist', 'confirm', 'return', 'withdraw'] as const;
export type SchoolMoveCode = (typeof SCHOOL_MOVES)[number];
export type CentreMoveCode = (typeof CENTRE_MOVES)[number];
/** `send` and `resend` are the centre's too, each with a form of its own. */
export type MoveCode = 'send' | 'resend' | SchoolMoveCode | CentreMoveCode;

export type Move = {
  readonly code: MoveCode;
  readonly from: readonly RecommendationState[];
  readonly to: RecommendationState;
  readonly side: Side;
  /** Words must be given: what the school proposes, what was done, what is missing, why it is taken back. */
  readonly needsWords: boolean;
  /** At least one file or link must stand. */
  readonly needsProof: boolean;
};

const move = (
  side: Side,
  code: MoveCode,
  from: readonly RecommendationState[],
  to: RecommendationState,
  needs: { readonly words?: true; readonly proof?: true } = {},
): Move => ({ code, from, to, side, needsWords: needs.words ?? false, needsProof: needs.proof ?? false });

/**
 * The life of a recommendation as one table; the database holds the same one. What is not a row here cannot happen. The
 * school says that it is done and shows it, the centre says that it is: nobody confirms his own work.
 */
export const MOVES: readonly Move[] = [
  move('CENTRE', 'send', ['DRAFT'], 'SENT'),
  move('SCHOOL', 'accept', ['SENT'], 'ACCEPTED'),
  move('SCHOOL', 'counter', ['SENT', 'ACCEPTED'], 'COUNTERED', { words: true }),
  move('CENTRE', 'agree', ['COUNTERED'], 'ACCEPTED'),
  move('CENTRE', 'insist', ['COUNTERED'], 'SENT', { words: true }),
  move('CENTRE', 'resend', ['COUNTERED'], 'SENT'),
  move('SCHOOL', 'report', ['SENT', 'ACCEPTED', 'RETURNED'], 'REPORTED', { words: true, proof: true }),
  move('CENTRE', 'confirm', ['REPORTED'], 'DONE'),
  move('CENTRE', 'return', ['REPORTED', 'DONE'], 'RETURNED', { words: true }),
  move('CENTRE', 'withdraw', ['SENT', 'ACCEPTED', 'COUNTERED', 'RETURNED'], 'WITHDRAWN', { words: true }),
];

export const movesFrom = (state: RecommendationState, side: Side): readonly Move[] =>
  MOVES.filter((one) => one.side === side && one.from.includes(state));

export const findMove = (code: MoveCode, state: RecommendationState, side: Side): Move | undefined =>
  movesFrom(state, side).find((one) => one.code === code);

/** Something is expected of the school. */
export const OPEN_STATES = ['SENT', 'ACCEPTED', 'RETURNED'] as const satisfies readonly RecommendationState[];
/** The centre has to answer. */
export const WAITING_STATES = ['COUNTERED', 'REPORTED'] as const satisfies readonly RecommendationState[];

const isOneOf = (states: readonly RecommendationState[], state: RecommendationState) => states.includes(state);

export const isOpen = (state: RecommendationState): boolean => isOneOf(OPEN_STATES, state);
export const isWaiting = (state: RecommendationState): boolean => isOneOf(WAITING_STATES, state);

/** Whether its measure is not to be proposed again this year: it is prepared, in work or done. Only what was withdrawn is free. */
export const usesRemedy = (state: RecommendationState): boolean => state !== 'WITHDRAWN';

/** Words and terms can still be changed: nobody has seen them, or the school has asked for other ones. */
export const isEditable = (state: RecommendationState): boolean => state === 'DRAFT' || state === 'COUNTERED';
