import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '@/lib/partnerships/assign';

type Scores = readonly (readonly (number | null)[])[];

/** Every assignment there is, tried one by one. */
function bestByForce(scores: Scores, capacities: readonly number[], row = 0): number {
  const own = scores[row];
  if (!own) return 0;
  const free = bestByForce(scores, capacities, row + 1);
  return own.reduce<number>((best, score, column) => {
    if (score === null || (capacities[column] ?? 0) < 1) return best;
    const rest = capacities.map((capacity, index) => (index === column ? capacity - 1 : capacity));
    return Math.max(best, score + bestByForce(scores, rest, row + 1));
  }, free);
}

const totalOf = (scores: Scores, columnOf: readonly (number | null)[]) =>
  columnOf.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (scores[row]?.[column] ?? 0)), 0);

const small = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.record({
    scores: fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }), { minLength: columns, maxLength: columns }),
      { maxLength: 5 },
    ),
    capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
  }),
);

describe('an assignment with capacities', () => {
  it('has the largest sum there is, as trying all of them shows', () => {
    fc.assert(
      fc.property(small, ({ scores, capacities }) => {
        expect(totalOf(scores, assign(scores, capacities).columnOf)).toBe(bestByForce(scores, capacities));
      }),
      { numRuns: 500 },
    );
  });

  it('gives no column more than its capacity and no row what is refused', () => {
    fc.assert(
      fc.property(small, ({ scores, capacities }) => {
        const { columnOf } = assign(scores, capacities);
        capacities.forEach((capacity, column) => {
          expect(columnOf.filter((given) => given === column).length).toBeLessThanOrEqual(capacity);
        });
        columnOf.forEach((column, row) => {
          if (column !== null) expect(scores[row]?.[column]).not.toBeNull();
        });
      }),
    );
  });

  it('moves a row to its second best where another one has no second', () => {
    expect(
      assign(
        [
          [9, 8],
          [7, null],
        ],
        [1, 1],
      ).columnOf,
    ).toEqual([1, 0]);
  });

  it('needs no more steps than rows² × places: 200 schools are done before the page is drawn', () => {
    const size = 200;
    const scores = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => 1 + ((row * 7919 + column * 104_729 + row * column * 31) % 1000)),
    );
    const { steps, columnOf } = assign(
      scores,
      scores.map(() => 2),
    );
    expect(columnOf.every((column) => column !== null)).toBe(true);
    expect(steps).toBeLessThan(size * size * (2 * size + size));
    const stepsOf = (many: number) =>
      assign(
        scores.slice(0, many).map((row) => row.slice(0, many)),
        Array.from({ length: many }, () => 2),
      ).steps;
    // Twice the schools: at most eight times the work.
    expect(stepsOf(100) / stepsOf(50)).toBeLessThan(8.5);
  });
});
