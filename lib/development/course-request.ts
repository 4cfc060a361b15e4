/** The life of a course request; the words are in words.ts, the same moves in the database. */
export const REQUEST_STATES = ['SENT', 'PACKED', 'PLACED', 'DONE', 'DECLINED', 'WITHDRAWN'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const COURSE_FORMS = ['FULL_TIME', 'MIXED', 'DISTANCE'] as const;
export type CourseForm = (typeof COURSE_FORMS)[number];

type Side = 'SCHOOL' | 'CENTRE';
type Move = { readonly side: Side; readonly from: readonly RequestState[]; readonly to: RequestState };

/** What is not a row here cannot happen. A course that is cancelled gives its requests back to the queue. */
export const REQUEST_MOVES: readonly Move[] = [
  { side: 'SCHOOL', from: ['SENT'], to: 'WITHDRAWN' },
  { side: 'CENTRE', from: ['SENT'], to: 'PACKED' },
  { side: 'CENTRE', from: ['SENT', 'PACKED'], to: 'PLACED' },
  { side: 'CENTRE', from: ['SENT', 'PACKED'], to: 'DECLINED' },
  { side: 'CENTRE', from: ['PACKED', 'PLACED'], to: 'SENT' },
  { side: 'CENTRE', from: ['PLACED'], to: 'DONE' },
];

export const canMove = (side: Side, from: RequestState, to: RequestState): boolean =>
  REQUEST_MOVES.some((move) => move.side === side && move.to === to && move.from.includes(from));

/** Whom a school sends: people of one position and subject. */
export type RequestLine = {
  readonly position: string;
  readonly subject: string;
  readonly people: number;
  /** Of them in the «группа риска». */
  readonly atRisk: number;
};

/** People of a request, and of them in the «группа риска». */
export const peopleOf = (lines: readonly RequestLine[]): { readonly people: number; readonly atRisk: number } => ({
  people: lines.reduce((sum, { people }) => sum + people, 0),
  atRisk: lines.reduce((sum, { atRisk }) => sum + atRisk, 0),
});

/** Seats by school that the requests of one course ask for together, in the order of first mention. */
export function seatsAsked(
  requests: readonly { readonly schoolId: string; readonly people: number }[],
): readonly { readonly schoolId: string; readonly seats: number }[] {
  const seats = new Map<string, number>();
  for (const { schoolId, people } of requests) seats.set(schoolId, (seats.get(schoolId) ?? 0) + people);
  return [...seats].map(([schoolId, n]) => ({ schoolId, seats: n }));
}
