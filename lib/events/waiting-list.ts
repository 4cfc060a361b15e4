/** A school's registration in the queue of an event: who came first has the smaller turn; turns never repeat. */
export type Registered = { readonly turn: number; readonly participants: number };

export type Standing =
  | { readonly state: 'SEATED' }
  /** `ahead` schools move up before this one. */
  | { readonly state: 'WAITING'; readonly ahead: number };

const inTurn = <R extends Registered>(queue: readonly R[]): R[] => [...queue].sort((a, b) => a.turn - b.turn);

/**
 * Who has places and who waits, by turn: schools are seated in their order until the first that does not fit; it and all
 * behind it wait. Nobody overtakes, so a small school behind a large one waits with it. It follows from the queue alone:
 * when somebody withdraws, the first waiting are seated by themselves.
 */
export function standings(queue: readonly Registered[], capacity: number | null): ReadonlyMap<number, Standing> {
  const found = new Map<number, Standing>();
  let [taken, waiting] = [0, 0];
  for (const { turn, participants } of inTurn(queue)) {
    if (waiting === 0 && (capacity === null || taken + participants <= capacity)) {
      taken += participants;
      found.set(turn, { state: 'SEATED' });
    } else {
      found.set(turn, { state: 'WAITING', ahead: waiting });
      waiting += 1;
    }
  }
  return found;
}

export type Seats = {
  /** People of the schools that have places. */
  readonly taken: number;
  /** Schools that wait. */
  readonly waiting: number;
  /** Null where there is no limit. */
  readonly free: number | null;
};

export function seatsOf(queue: readonly Registered[], capacity: number | null): Seats {
  const found = standings(queue, capacity);
  const seated = queue.filter(({ turn }) => found.get(turn)?.state === 'SEATED');
  const taken = seated.reduce((sum, { participants }) => sum + participants, 0);
  return {
    taken,
    waiting: queue.length - seated.length,
    free: capacity === null ? null : Math.max(0, capacity - taken),
  };
}

/** The turn of whoever comes now: behind everybody. */
export const nextTurn = (queue: readonly Registered[]): number =>
  queue.reduce((last, { turn }) => Math.max(last, turn), 0) + 1;

/** A group larger than the whole event would hold up the queue for ever. */
export const isTooLarge = (participants: number, capacity: number | null): boolean =>
  capacity !== null && participants > capacity;

/**
 * Whether a school may change how many come without anybody losing a place, itself among them. Fewer is always right;
 * more is right while there is room, and for a school that waits.
 */
export function mayBecome(
  queue: readonly Registered[],
  turn: number,
  participants: number,
  capacity: number | null,
): boolean {
  const before = standings(queue, capacity);
  const after = standings(
    queue.map((one) => (one.turn === turn ? { ...one, participants } : one)),
    capacity,
  );
  return [...before].every(([key, { state }]) => state === 'WAITING' || after.get(key)?.state === 'SEATED');
}
