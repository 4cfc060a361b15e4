import { belowOf, type Fact } from '@/lib/methodology/measures/facts';

/**
 * A change of one row of facts in whole steps: a pupil with another mark, a point of the common score, one of a figure.
 * Everything else in the row stays as it is.
 */
export type FactMove = {
  readonly code:
    | 'FEWER_BELOW'
    | 'MORE_BELOW'
    | 'MORE_QUALITY'
    | 'LESS_QUALITY'
    | 'MORE_SCORE'
    | 'LESS_SCORE'
    | 'MORE'
    | 'LESS';
  /** Which way results go; for a figure, which way it goes: of some figures more is worse. */
  readonly way: 'UP' | 'DOWN';
  /** Functions of the language whose value it can change; where none of them is called, it need not be tried. */
  readonly changes: readonly string[];
  /** How many steps a row can make; 0 where it does not know what the move changes. */
  readonly most: (fact: Fact) => number;
  /** `steps` from 1 to most. */
  readonly made: (fact: Fact, steps: number) => Fact;
};

const hasMarks = (fact: Fact): fact is Fact & { two: number; three: number; four: number; five: number } =>
  fact.two !== null && fact.three !== null && fact.four !== null && fact.five !== null;

const withBelow = (fact: Fact, steps: number): Fact => ({
  ...fact,
  below: fact.below === null ? null : fact.below + steps,
  two: fact.two === null ? null : fact.two + steps,
});

/** Score of all participants together; a mean of so many decimals is not always a whole sum, so it is not rounded. */
const scoreRoom = (fact: Fact, total: (mean: number, n: number, max: number) => number): number =>
  fact.mean === null || !fact.participants || fact.maxScore === null
    ? 0
    : Math.max(0, Math.floor(total(fact.mean, fact.participants, fact.maxScore)));

const withScore = (fact: Fact, steps: number): Fact =>
  fact.mean === null || !fact.participants ? fact : { ...fact, mean: fact.mean + steps / fact.participants };

const BELOW = ['belowShare', 'qualityShare', 'marks'];
const QUALITY = ['qualityShare', 'marks'];
const SCORE = ['mean', 'low', 'high', 'completion'];
const FIGURE = ['figure', 'figureShare'];

export const FACT_MOVES: readonly FactMove[] = [
  {
    code: 'FEWER_BELOW',
    way: 'UP',
    changes: BELOW,
    most: (fact) => belowOf(fact) ?? 0,
    made: (fact, steps) => ({
      ...withBelow(fact, -steps),
      three: fact.three === null ? null : fact.three + steps,
    }),
  },
  {
    code: 'MORE_BELOW',
    way: 'DOWN',
    changes: BELOW,
    most: (fact) =>
      fact.participants === null ? 0 : Math.max(0, fact.participants - (belowOf(fact) ?? fact.participants)),
    // The nearest mark goes first: «3», then «4», then «5».
    made: (fact, steps) => {
      const worse = withBelow(fact, steps);
      if (!hasMarks(fact)) return worse;
      const three = Math.min(steps, fact.three);
      const four = Math.min(steps - three, fact.four);
      return {
        ...worse,
        three: fact.three - three,
        four: fact.four - four,
        five: Math.max(0, fact.five - (steps - three - four)),
      };
    },
  },
  {
    code: 'MORE_QUALITY',
    way: 'UP',
    changes: QUALITY,
    most: (fact) => (hasMarks(fact) ? fact.three : 0),
    made: (fact, steps) => (hasMarks(fact) ? { ...fact, three: fact.three - steps, four: fact.four + steps } : fact),
  },
  {
    code: 'LESS_QUALITY',
    way: 'DOWN',
    changes: QUALITY,
    most: (fact) => (hasMarks(fact) ? fact.four : 0),
    made: (fact, steps) => (hasMarks(fact) ? { ...fact, three: fact.three + steps, four: fact.four - steps } : fact),
  },
  {
    code: 'MORE_SCORE',
    way: 'UP',
    changes: SCORE,
    most: (fact) => scoreRoom(fact, (mean, n, max) => (max - mean) * n),
    made: withScore,
  },
  {
    code: 'LESS_SCORE',
    way: 'DOWN',
    changes: SCORE,
    most: (fact) => scoreRoom(fact, (mean, n) => mean * n),
    made: (fact, steps) => withScore(fact, -steps),
  },
  {
    code: 'LESS',
    way: 'UP',
    changes: FIGURE,
    most: (fact) => Math.max(0, Math.floor(fact.value ?? 0)),
    made: (fact, steps) => ({ ...fact, value: (fact.value ?? 0) - steps }),
  },
  {
    code: 'MORE',
    way: 'DOWN',
    changes: FIGURE,
    // A figure of which no whole is known can at least become one more.
    most: (fact) => (fact.value === null ? 0 : Math.max(1, Math.floor((fact.participants ?? 0) - fact.value))),
    made: (fact, steps) => ({ ...fact, value: (fact.value ?? 0) + steps }),
  },
];
