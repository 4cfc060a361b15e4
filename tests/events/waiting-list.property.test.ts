import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooLarge, mayBecome, nextTurn, type Registered, seatsOf, standings } from '@/lib/events/waiting-list';

const group = fc.integer({ min: 1, max: 12 });
const queueOf = fc
  .array(group, { maxLength: 12 })
  .map((groups) => groups.map((participants, index): Registered => ({ turn: index * 2 + 1, participants })));
const limit = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });

const stateOf = (queue: readonly Registered[], capacity: number | null, turn: number) =>
  standings(queue, capacity).get(turn)?.state;
const seatedTurns = (queue: readonly Registered[], capacity: number | null) =>
  queue.map(({ turn }) => turn).filter((turn) => stateOf(queue, capacity, turn) === 'SEATED');

describe('the queue of an event', () => {
  it('never seats more people than there are places', () => {
    fc.assert(
      fc.property(queueOf, limit, (queue, capacity) => {
        expect(seatsOf(queue, capacity).taken).toBeLessThanOrEqual(capacity ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('lets nobody overtake: whoever is seated came before whoever waits', () => {
    fc.assert(
      fc.property(queueOf, limit, (queue, capacity) => {
        const seated = seatedTurns(queue, capacity);
        const waiting = queue.map(({ turn }) => turn).filter((turn) => !seated.includes(turn));
        expect(Math.max(...seated, 0)).toBeLessThan(Math.min(...waiting, Number.POSITIVE_INFINITY));
      }),
    );
  });

  it('keeps nobody waiting for whom there is room: the first who waits does not fit', () => {
    fc.assert(
      fc.property(queueOf, limit, (queue, capacity) => {
        const { taken, waiting } = seatsOf(queue, capacity);
        const first = queue.find(({ turn }) => stateOf(queue, capacity, turn) === 'WAITING');
        expect(waiting > 0).toBe(first !== undefined);
        if (first && capacity !== null) expect(taken + first.participants).toBeGreaterThan(capacity);
      }),
    );
  });

  it('does not depend on the order in which the rows are read', () => {
    fc.assert(
      fc.property(queueOf, limit, (queue, capacity) => {
        expect([...standings([...queue].reverse(), capacity)]).toEqual([...standings(queue, capacity)]);
      }),
    );
  });

  it('takes nobody’s place when one more comes', () => {
    fc.assert(
      fc.property(queueOf, group, limit, (queue, participants, capacity) => {
        const grown = [...queue, { turn: nextTurn(queue), participants }];
        expect(seatedTurns(grown, capacity)).toEqual(expect.arrayContaining(seatedTurns(queue, capacity)));
      }),
    );
  });

  it('moves the waiting up and nobody down when somebody withdraws or places are added', () => {
    fc.assert(
      fc.property(queueOf, fc.nat(), fc.nat({ max: 10 }), limit, (queue, pick, more, capacity) => {
        const gone = queue[pick % Math.max(1, queue.length)];
        const left = queue.filter((one) => one !== gone);
        const before = seatedTurns(queue, capacity).filter((turn) => turn !== gone?.turn);
        expect(seatedTurns(left, capacity)).toEqual(expect.arrayContaining(before));
        const wider = capacity === null ? null : capacity + more;
        expect(seatedTurns(queue, wider)).toEqual(expect.arrayContaining(seatedTurns(queue, capacity)));
      }),
    );
  });

  it('lets a school change its number only where nobody loses a place, and always lets it be fewer', () => {
    fc.assert(
      fc.property(queueOf, fc.nat(), group, limit, (queue, pick, participants, capacity) => {
        const one = queue[pick % Math.max(1, queue.length)];
        if (!one) return;
        const allowed = mayBecome(queue, one.turn, participants, capacity);
        if (participants <= one.participants) expect(allowed).toBe(true);
        const changed = queue.map((row) => (row === one ? { ...row, participants } : row));
        const [before, after] = [seatedTurns(queue, capacity), seatedTurns(changed, capacity)];
        expect(allowed).toBe(before.every((turn) => after.includes(turn)));
      }),
    );
  });

  it('refuses a group larger than the event, which would hold up everybody behind it', () => {
    expect([isTooLarge(5, 4), isTooLarge(4, 4), isTooLarge(500, null)]).toEqual([true, false, false]);
  });

  it.each([
    [null, ['SEATED', 'SEATED', 'SEATED']],
    [10, ['SEATED', 'SEATED', 'SEATED']],
    [9, ['SEATED', 'SEATED', 'WAITING']],
    [7, ['SEATED', 'WAITING', 'WAITING']],
    [3, ['WAITING', 'WAITING', 'WAITING']],
  ])('with %s places seats schools of 4, 4 and 2 people so: %j', (capacity, states) => {
    const queue = [4, 4, 2].map((participants, index) => ({ turn: index + 1, participants }));
    expect(queue.map(({ turn }) => stateOf(queue, capacity, turn))).toEqual(states);
  });
});
