import type { Day } from '@/lib/kernel/day';

export const CONSULTATION_STATES = ['ASKED', 'TAKEN', 'ANSWERED', 'WITHDRAWN'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

/** What sort of help is asked for: methodical, managerial, psychological and pedagogical (C0.12), legal, technical. */
export const CONSULTATION_KINDS = ['METHODICAL', 'MANAGERIAL', 'PSYCHOLOGICAL', 'LEGAL', 'TECHNICAL'] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

/** To whom in the school the help goes (C4.9). */
export const LEVELS = ['HEADS', 'TEACHERS', 'TEAM'] as const;
export type Level = (typeof LEVELS)[number];

export type Consultation = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly theme: string;
  readonly themeId: string;
  readonly kind: ConsultationKind;
  readonly level: Level;
  readonly text: string;
  readonly state: ConsultationState;
  readonly askedOn: Day;
  readonly takenOn: Day | null;
  /** Who of the centre answers. */
  readonly specialist: string;
  readonly answeredOn: Day | null;
  readonly answer: string;
  readonly version: number;
};

export const CONSULTATION_MOVES = ['take', 'answer', 'release', 'withdraw'] as const;
export type ConsultationMove = (typeof CONSULTATION_MOVES)[number];

type Move = {
  readonly from: readonly ConsultationState[];
  readonly to: ConsultationState;
  readonly side: 'SCHOOL' | 'CENTRE';
};

/** The life of a request as one table; the database holds the same one. An answer may come without taking first. */
export const MOVES: Readonly<Record<ConsultationMove, Move>> = {
  take: { from: ['ASKED'], to: 'TAKEN', side: 'CENTRE' },
  answer: { from: ['ASKED', 'TAKEN'], to: 'ANSWERED', side: 'CENTRE' },
  release: { from: ['TAKEN'], to: 'ASKED', side: 'CENTRE' },
  withdraw: { from: ['ASKED', 'TAKEN'], to: 'WITHDRAWN', side: 'SCHOOL' },
};

export const canMove = (move: ConsultationMove, state: ConsultationState, side: 'SCHOOL' | 'CENTRE'): boolean =>
  MOVES[move].side === side && MOVES[move].from.includes(state);

export const isWaiting = (state: ConsultationState): boolean => state === 'ASKED' || state === 'TAKEN';

const DAY_MS = 86_400_000;
const at = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/**
 * How many days the school waited, by the calendar: 0 is the same day. Till the answer, or till today where there is none
 * yet; null for a request that the school took back.
 */
export function daysOfAnswer(
  { state, askedOn, answeredOn }: Pick<Consultation, 'state' | 'askedOn' | 'answeredOn'>,
  today: Day,
): number | null {
  if (state === 'WITHDRAWN') return null;
  return Math.round((at(answeredOn ?? today) - at(askedOn)) / DAY_MS);
}

/** A row of the report: a theme in a month. */
export type ThemeMonth = {
  readonly month: string;
  readonly theme: string;
  readonly asked: number;
  readonly answered: number;
  /** Days of all answers together; the mean is shown only beside the number of answers. */
  readonly days: number;
};

/** «1,5»: the mean wait of answered requests, to one decimal; empty where nothing was answered. */
export const meanDays = ({ answered, days }: Pick<ThemeMonth, 'answered' | 'days'>): string =>
  answered === 0 ? '' : (Math.round((days / answered) * 10) / 10).toString().replace('.', ',');
