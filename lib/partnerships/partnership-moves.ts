/** The states of a partnership; the words are in words.ts. */
export const PARTNERSHIP_STATES = ['PROPOSED', 'ASKED', 'AGREED', 'DECLINED', 'RUNNING', 'ENDED'] as const;
export type PartnershipState = (typeof PARTNERSHIP_STATES)[number];

/** Who moves it: the centre, or the school that is asked to help. */
export type Side = 'CENTRE' | 'PARTNER';

export const PARTNER_MOVES = ['agree', 'decline'] as const;
export const CENTRE_MOVES = ['ask', 'agree', 'decline', 'start', 'end'] as const;
export type MoveCode = (typeof CENTRE_MOVES)[number];

export type Move = {
  readonly code: MoveCode;
  readonly from: readonly PartnershipState[];
  readonly to: PartnershipState;
  readonly sides: readonly Side[];
  /** Words must be given: why not, or what came of it. */
  readonly needsWords: boolean;
  /** The agreement must have its number and its day. */
  readonly needsAgreement: boolean;
};

/**
 * The life of a partnership as one table; the database holds the same one. An outside organisation has nobody in the
 * portal, so the centre writes down its answer; a school answers for itself, or the centre does after a call.
 */
export const MOVES: readonly Move[] = [
  { ...{ code: 'ask', from: ['PROPOSED', 'DECLINED'], to: 'ASKED' }, ...by('CENTRE') },
  { ...{ code: 'agree', from: ['ASKED'], to: 'AGREED' }, ...by('CENTRE', 'PARTNER') },
  { ...{ code: 'decline', from: ['ASKED', 'AGREED'], to: 'DECLINED' }, ...by('CENTRE', 'PARTNER'), needsWords: true },
  { ...{ code: 'start', from: ['AGREED'], to: 'RUNNING' }, ...by('CENTRE'), needsAgreement: true },
  { ...{ code: 'end', from: ['RUNNING'], to: 'ENDED' }, ...by('CENTRE'), needsWords: true },
];

function by(...sides: readonly Side[]) {
  return { sides, needsWords: false, needsAgreement: false };
}

export const movesFrom = (state: PartnershipState, side: Side): readonly Move[] =>
  MOVES.filter((one) => one.sides.includes(side) && one.from.includes(state));

export const findMove = (code: MoveCode, state: PartnershipState, side: Side): Move | undefined =>
  movesFrom(state, side).find((one) => one.code === code);

/** These take a place of the partner and stand against a second partnership of the same two. */
export const LIVING_STATES = ['PROPOSED', 'ASKED', 'AGREED', 'RUNNING'] as const satisfies readonly PartnershipState[];

const isOneOf = (states: readonly PartnershipState[], state: PartnershipState) => states.includes(state);
export const isLiving = (state: PartnershipState): boolean => isOneOf(LIVING_STATES, state);

/** The two have agreed: they plan and visit each other. */
export const isAtWork = (state: PartnershipState): boolean => isOneOf(['AGREED', 'RUNNING'], state);
