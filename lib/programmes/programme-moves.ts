import type { Role } from '@/lib/access/role';
import type { Programme } from '@/lib/programmes/programme';
import type { ProgrammeState } from '@/lib/programmes/words';

export const MOVES = ['submit', 'accept', 'return', 'revise', 'archive'] as const;
export type MoveCode = (typeof MOVES)[number];
type Move = {
  readonly from: readonly ProgrammeState[];
  readonly to: ProgrammeState;
  readonly by: readonly Role[];
  /** Of a school's programme, of the municipality's, or of both. */
  readonly of: 'school' | 'both';
  readonly needsWords: boolean;
  readonly title: string;
};

/**
 * Who moves a programme where. A municipal programme is approved by the department's order, which is no move but an intention
 * of its own; `revise` leaves the approved edition as it is and begins the next one.
 */
export const MOVE_TABLE: Record<MoveCode, Move> = {
  submit: {
    ...{ from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', by: ['SCHOOL_HEAD'], of: 'school', needsWords: false },
    title: 'Отправить в центр',
  },
  accept: {
    ...{ from: ['SUBMITTED'], to: 'APPROVED', by: ['CENTRE'], of: 'school', needsWords: false },
    title: 'Принять программу',
  },
  return: {
    ...{ from: ['SUBMITTED'], to: 'RETURNED', by: ['CENTRE'], of: 'school', needsWords: true },
    title: 'Вернуть на доработку',
  },
  revise: {
    ...{ from: ['APPROVED'], to: 'DRAFT', by: ['CENTRE'], of: 'both', needsWords: false },
    title: 'Начать следующую редакцию',
  },
  archive: {
    ...{ from: ['DRAFT', 'RETURNED', 'APPROVED'], to: 'ARCHIVED', by: ['CENTRE'], of: 'both', needsWords: false },
    title: 'Перенести в архив',
  },
};

type Standing = Pick<Programme, 'state' | 'schoolId'>;

export const movesFrom = (role: Role, { state, schoolId }: Standing): readonly MoveCode[] =>
  MOVES.filter((code) => {
    const { from, by, of } = MOVE_TABLE[code];
    return from.includes(state) && by.includes(role) && (of === 'both' || schoolId !== null);
  });

/** Words change while the programme is a draft or sent back: a school's by its school or the centre, others by the centre. */
export const mayEdit = (role: Role, { state, schoolId }: Standing): boolean =>
  (state === 'DRAFT' || state === 'RETURNED') &&
  (role === 'CENTRE' || (schoolId !== null && (role === 'SCHOOL_HEAD' || role === 'SCHOOL_DEPUTY')));

/** Facts and stages are written of what is approved. */
export const mayReport = (role: Role, { state, schoolId }: Standing): boolean =>
  state === 'APPROVED' &&
  (role === 'CENTRE' || (schoolId !== null && (role === 'SCHOOL_HEAD' || role === 'SCHOOL_DEPUTY')));
