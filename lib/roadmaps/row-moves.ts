/** The states of a row; the words are in words.ts. */
export const ROW_STATES = ['PLANNED', 'IN_WORK', 'REPORTED', 'RETURNED', 'DONE', 'CANCELLED'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** Who may move a row: the school it is of, or the centre. */
export type RowSide = 'SCHOOL' | 'CENTRE';

export const ROW_MOVE_CODES = ['begin', 'report', 'accept', 'return', 'cancel', 'restore'] as const;
export type RowMoveCode = (typeof ROW_MOVE_CODES)[number];

export type RowMove = {
  readonly code: RowMoveCode;
  readonly from: readonly RowState[];
  readonly to: RowState;
  readonly side: RowSide;
  /** Words must be given: what was done, what is missing, why it is cancelled. */
  readonly needsWords: boolean;
};

/**
 * The life of a row as one table. What is not a row here cannot happen. The school says that something is done, the centre
 * says that it is: nobody accepts his own work, except that the centre marks its own municipal rows.
 */
export const ROW_MOVES: readonly RowMove[] = [
  { code: 'begin', from: ['PLANNED', 'RETURNED'], to: 'IN_WORK', side: 'SCHOOL', needsWords: false },
  { code: 'begin', from: ['PLANNED', 'RETURNED'], to: 'IN_WORK', side: 'CENTRE', needsWords: false },
  { code: 'report', from: ['PLANNED', 'IN_WORK', 'RETURNED'], to: 'REPORTED', side: 'SCHOOL', needsWords: true },
  {
    code: 'accept',
    from: ['PLANNED', 'IN_WORK', 'REPORTED', 'RETURNED'],
    to: 'DONE',
    side: 'CENTRE',
    needsWords: false,
  },
  { code: 'return', from: ['REPORTED', 'DONE'], to: 'RETURNED', side: 'CENTRE', needsWords: true },
  {
    code: 'cancel',
    from: ['PLANNED', 'IN_WORK', 'REPORTED', 'RETURNED'],
    to: 'CANCELLED',
    side: 'CENTRE',
    needsWords: true,
  },
  { code: 'restore', from: ['CANCELLED'], to: 'PLANNED', side: 'CENTRE', needsWords: false },
];

export const movesFrom = (state: RowState, side: RowSide): readonly RowMove[] =>
  ROW_MOVES.filter((move) => move.side === side && move.from.includes(state));

export const findRowMove = (code: RowMoveCode, state: RowState, side: RowSide): RowMove | undefined =>
  movesFrom(state, side).find((move) => move.code === code);
