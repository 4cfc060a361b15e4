/** The states of a case; the words are in words.ts. */
export const CASE_STATUSES = ['OPEN', 'PAUSED', 'EXITED', 'CONTINUED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const CASE_MOVES = ['pause', 'resume', 'alarm', 'calm', 'exit', 'continue', 'reopen'] as const;
export type CaseMoveCode = (typeof CASE_MOVES)[number];

/** What is written into the history of a case. */
export type CaseStep =
  | 'OPENED'
  | 'PAUSED'
  | 'RESUMED'
  | 'CRISIS_BEGUN'
  | 'CRISIS_ENDED'
  | 'EXITED'
  | 'CONTINUED'
  | 'REOPENED'
  | 'ASSIGNED'
  | 'RELEASED'
  | 'CAUSE_ADDED'
  | 'CAUSE_CHANGED'
  | 'CAUSE_REMOVED'
  | 'NOTED';

/** Who reads an event of a case: everybody with the school, all but the school, the centre alone. */
export const AUDIENCES = ['ALL', 'STAFF', 'CENTRE'] as const;
export type Audience = (typeof AUDIENCES)[number];

export type CaseMove = {
  readonly code: CaseMoveCode;
  readonly from: CaseStatus;
  readonly to: CaseStatus;
  readonly step: CaseStep;
  /** The crisis regime as the move needs it and as it leaves it; absent: as it is. */
  readonly crisis?: { readonly was: boolean; readonly is: boolean };
  readonly audience: Audience;
};

/**
 * The life of a case as one table; the database holds the statuses of it. Each move is the centre's and has a reason. The
 * reason of a crisis is not for the school: it reads that it is supported more closely.
 */
export const MOVES: readonly CaseMove[] = [
  { code: 'pause', from: 'OPEN', to: 'PAUSED', step: 'PAUSED', audience: 'ALL' },
  { code: 'resume', from: 'PAUSED', to: 'OPEN', step: 'RESUMED', audience: 'ALL' },
  {
    ...{ code: 'alarm', from: 'OPEN', to: 'OPEN', step: 'CRISIS_BEGUN', audience: 'STAFF' },
    crisis: { was: false, is: true },
  },
  {
    ...{ code: 'calm', from: 'OPEN', to: 'OPEN', step: 'CRISIS_ENDED', audience: 'STAFF' },
    crisis: { was: true, is: false },
  },
  { code: 'exit', from: 'OPEN', to: 'EXITED', step: 'EXITED', audience: 'ALL' },
  { code: 'continue', from: 'OPEN', to: 'CONTINUED', step: 'CONTINUED', audience: 'ALL' },
  { code: 'reopen', from: 'EXITED', to: 'OPEN', step: 'REOPENED', audience: 'ALL' },
];

type Standing = { readonly status: CaseStatus; readonly crisisSince: string | null };

export const movesFrom = ({ status, crisisSince }: Standing): readonly CaseMove[] =>
  MOVES.filter((move) => move.from === status && (!move.crisis || move.crisis.was === (crisisSince !== null)));

export const findMove = (code: CaseMoveCode, standing: Standing): CaseMove | undefined =>
  movesFrom(standing).find((move) => move.code === code);

/** Nothing but its status is changed in a case that is paused or closed. */
export const isWritable = ({ status }: Pick<Standing, 'status'>): boolean => status === 'OPEN';

/** A decision closes the case. */
export const isClosed = ({ status }: Pick<Standing, 'status'>): boolean =>
  status === 'EXITED' || status === 'CONTINUED';
