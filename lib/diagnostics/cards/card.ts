/** The states of a card; the words are in words.ts. */
export const CARD_STATUSES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'CLOSED'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** Who may do something with a card; the codes of roles are those of lib/access. */
export type CardRole = 'SCHOOL_HEAD' | 'SCHOOL_DEPUTY' | 'CENTRE' | 'OFFICIAL' | 'REGION';

export type CardMoveCode = 'submit' | 'resubmit' | 'accept' | 'return' | 'reopen' | 'close' | 'amend';

export type CardMove = {
  readonly code: CardMoveCode;
  readonly from: CardStatus;
  readonly to: CardStatus;
  readonly roles: readonly CardRole[];
  /** A reason in words must be given (for `return`: remarks count as the reason). */
  readonly needsReason: boolean;
  /** Refused while `gaps()` finds anything. */
  readonly needsNoGaps: boolean;
  /** The school works on a new round: answers are copied under revision + 1, the old ones stay frozen. */
  readonly startsRound: boolean;
  /** Done by the approval of a list by order, never by a button on the card. */
  readonly byOrder: boolean;
};

/**
 * The life cycle as one table («Life cycle» of the settled questions). What is not a row here cannot happen.
 * A reopened or amended card goes back to the director: answers change only in the school's hands.
 */
export const CARD_MOVES: readonly CardMove[] = [
  move('submit', 'DRAFT', 'SUBMITTED', 'SCHOOL_HEAD', { needsNoGaps: true }),
  move('resubmit', 'RETURNED', 'SUBMITTED', 'SCHOOL_HEAD', { needsNoGaps: true }),
  move('accept', 'SUBMITTED', 'ACCEPTED', 'CENTRE', {}),
  move('return', 'SUBMITTED', 'RETURNED', 'CENTRE', { needsReason: true, startsRound: true }),
  move('reopen', 'ACCEPTED', 'RETURNED', 'CENTRE', { needsReason: true, startsRound: true }),
  move('close', 'ACCEPTED', 'CLOSED', 'OFFICIAL', { byOrder: true }),
  move('amend', 'CLOSED', 'RETURNED', 'CENTRE', { needsReason: true, startsRound: true }),
];

type Demands = Partial<Pick<CardMove, 'needsReason' | 'needsNoGaps' | 'startsRound' | 'byOrder'>>;

function move(code: CardMoveCode, from: CardStatus, to: CardStatus, role: CardRole, demands: Demands): CardMove {
  return {
    code,
    from,
    to,
    roles: [role],
    needsReason: demands.needsReason ?? false,
    needsNoGaps: demands.needsNoGaps ?? false,
    startsRound: demands.startsRound ?? false,
    byOrder: demands.byOrder ?? false,
  };
}

/** The move `code` from this state by this role, or undefined where the life cycle has no such move. */
export function findMove(code: CardMoveCode, from: CardStatus, role: CardRole): CardMove | undefined {
  return CARD_MOVES.find(
    (candidate) => candidate.code === code && candidate.from === from && candidate.roles.includes(role),
  );
}

/** The moves a role can make now by its own hand (buttons of the screen). */
export function movesFor(from: CardStatus, role: CardRole): readonly CardMove[] {
  return CARD_MOVES.filter(
    (candidate) => candidate.from === from && candidate.roles.includes(role) && !candidate.byOrder,
  );
}

/** Answers change only in the school's hands, before the first submission or after a return. */
export function canFill(status: CardStatus, role: CardRole): boolean {
  return (status === 'DRAFT' || status === 'RETURNED') && (role === 'SCHOOL_HEAD' || role === 'SCHOOL_DEPUTY');
}

/**
 * What a role may see of a card. ALL: everything, live; SUBMITTED: the round last submitted; OUTCOME: sum, points and
 * reasons; PROGRESS: that it is begun and how far; COVERAGE: state and dates only; AGGREGATES: numbers of the
 * municipality, no school.
 */
export type CardView = 'ALL' | 'SUBMITTED' | 'OUTCOME' | 'PROGRESS' | 'COVERAGE' | 'AGGREGATES';

const VIEWS: Record<CardStatus, Record<CardRole, CardView>> = {
  DRAFT: views('ALL', 'PROGRESS', 'COVERAGE', 'COVERAGE'),
  SUBMITTED: views('ALL', 'ALL', 'COVERAGE', 'COVERAGE'),
  RETURNED: views('ALL', 'SUBMITTED', 'COVERAGE', 'COVERAGE'),
  ACCEPTED: views('ALL', 'ALL', 'OUTCOME', 'AGGREGATES'),
  CLOSED: views('ALL', 'ALL', 'ALL', 'AGGREGATES'),
};

function views(school: CardView, centre: CardView, official: CardView, region: CardView): Record<CardRole, CardView> {
  return { SCHOOL_HEAD: school, SCHOOL_DEPUTY: school, CENTRE: centre, OFFICIAL: official, REGION: region };
}

/** Who sees what of a card in this state: the table «Life cycle and who sees what». */
export const viewOf = (status: CardStatus, role: CardRole): CardView => VIEWS[status][role];
