import { FACT_MOVES, type FactMove } from '@/lib/diagnostics/computed/fact-move';
import type { CompiledItem, CompiledMeasures } from '@/lib/methodology/measures/compile-measures';
import { type Computation, type ComputedAnswer, compute, type History } from '@/lib/methodology/measures/compute';
import { type Fact, type FactTable, keyOf } from '@/lib/methodology/measures/facts';
import { MissingData } from '@/lib/methodology/measures/quantity';

/** One row of the school, changed by so many whole steps. */
export type FactChange = { readonly fact: Fact; readonly move: FactMove['code']; readonly steps: number };

/** A year that has been computed: what `compute` took and gave. */
export type ComputedYear = {
  readonly compiled: CompiledMeasures;
  readonly table: FactTable;
  readonly year: number;
  readonly computation: Computation;
  readonly history?: History;
};

/**
 * The smallest change of the school's own results of the year after which a computed «да» is «нет». In one row it is the
 * smallest there is, of all rows and moves the one of fewest steps; where no single row is enough, a set of changes of
 * which no pupil can be left out. Empty where nothing in its own results of this year would do: a mark of the past, a
 * correlation, a value of the region.
 */
export function turningOff(at: ComputedYear, school: string, item: string): readonly FactChange[] {
  const asked = askFor(at, school, item);
  // What no move could change need not be computed: a measure is computed for its whole territory at each try.
  if (!asked || asked.moves.length === 0 || asked.answer(new Map()) !== 'YES') return [];
  const isOff = (changes: readonly Step[]) => asked.answer(changed(changes)) === 'NO';
  const found = smallestSingle(asked, isOff) ?? smallestSet(asked, isOff);
  return (found ?? []).map(({ fact, move, steps }) => ({ fact, move: move.code, steps }));
}

/** One pupil or one of a figure after which a computed «нет» would be «да»: the criterion is one step from firing. */
export function oneStepFrom(at: ComputedYear, school: string, item: string): FactChange | undefined {
  const asked = askFor(at, school, item);
  const moves = asked?.moves.filter(({ code }) => !SCORE.has(code)) ?? [];
  if (!asked || moves.length === 0 || asked.answer(new Map()) !== 'NO') return undefined;
  for (const fact of asked.rows()) {
    for (const move of moves) {
      if (move.most(fact) < 1) continue;
      if (asked.answer(changed([{ fact, move, steps: 1 }])) === 'YES') return { fact, move: move.code, steps: 1 };
    }
  }
  return undefined;
}

/** Pupils or units that have to change; null where the change is in points of score, which no single pupil is. */
export const stepsOf = (changes: readonly FactChange[]): number | null =>
  changes.length === 0 || changes.some(({ move }) => SCORE.has(move))
    ? null
    : changes.reduce((sum, { steps }) => sum + steps, 0);

type Step = { readonly fact: Fact; readonly move: FactMove; readonly steps: number };
type Changed = ReadonlyMap<string, Fact>;
type Asked = {
  /** Those that could change anything in what the answer is computed from. */
  readonly moves: readonly FactMove[];
  readonly answer: (changes: Changed) => ComputedAnswer;
  /** Own rows of the year that the answer looked at, unchanged or under changes. */
  readonly rows: (changes?: Changed) => readonly Fact[];
};

const SCORE: ReadonlySet<string> = new Set(['MORE_SCORE', 'LESS_SCORE']);
const keyOfFact = (fact: Fact): string => keyOf(fact.exam, fact.subject, fact.grade, fact.year);

/** Several moves of one row are made one after another. */
function changed(changes: readonly Step[]): Changed {
  const rows = new Map<string, Fact>();
  for (const { fact, move, steps } of changes) {
    const key = keyOfFact(fact);
    const now = rows.get(key) ?? fact;
    const made = Math.min(steps, move.most(now));
    if (made > 0) rows.set(key, move.made(now, made));
  }
  return rows;
}

function askFor(at: ComputedYear, school: string, item: string): Asked | undefined {
  const found = at.compiled.items.find(({ code }) => code === item);
  const unit = at.table.unitOf.get(school);
  if (!found || !unit) return undefined;
  const isMeasured = readsMeasures(at.compiled, found);
  const measures = isMeasured ? at.compiled.measures.map(({ expression }) => expression.source) : [];
  const sources = [found.expression.source, ...measures].join(' ');
  const isWide = isMeasured || found.expression.source.includes('everyone(');
  const answered = (changes: Changed, seen?: (fact: Fact) => void): ComputedAnswer => {
    const table: FactTable = {
      ...at.table,
      of: (name, key) => {
        const fact = (name === school ? changes.get(key) : undefined) ?? at.table.of(name, key);
        if (name === school && fact && fact.year === at.year) seen?.(at.table.of(name, key) ?? fact);
        return fact;
      },
      // Without the school itself a territory stays what it was; only where the school counts is it summed anew.
      group: (municipality, key) => {
        const rows = at.table.group(municipality, key);
        const fact = isWide && municipality === unit.municipality ? changes.get(key) : undefined;
        return fact ? rows.map((row) => (row.school === school ? fact : row)) : rows;
      },
    };
    const computation = isMeasured ? compute(at.compiled, table, at.year, at.history) : at.computation;
    try {
      const reading = { ...computation.readingOf(school), table };
      return found.expression.evaluate(reading, computation.namedOf(school)) === true ? 'YES' : 'NO';
    } catch (error) {
      if (error instanceof MissingData) return 'NO_DATA';
      throw error;
    }
  };
  return {
    moves: FACT_MOVES.filter(({ changes }) => changes.some((name) => sources.includes(`${name}(`))),
    answer: (changes) => answered(changes),
    rows: (changes = new Map()) => {
      const seen = new Map<string, Fact>();
      answered(changes, (fact) => seen.set(keyOfFact(fact), fact));
      return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact);
    },
  };
}

/** Measures are named by themselves or, in `across` and `before`, in quotes. */
const readsMeasures = (compiled: CompiledMeasures, { expression }: CompiledItem): boolean =>
  compiled.measures.some(({ measure }) => expression.source.includes(measure.code));

type Test = (changes: readonly Step[]) => boolean;

/** The fewest steps of one move that do; more of the same never undoes it in a share, so halving finds it. */
function fewest(most: number, does: (steps: number) => boolean): number | undefined {
  if (most < 1 || !does(most)) return undefined;
  let [without, enough] = [0, most];
  while (enough - without > 1) {
    const middle = Math.floor((without + enough) / 2);
    if (does(middle)) enough = middle;
    else without = middle;
  }
  return enough;
}

function smallestSingle(asked: Asked, isOff: Test): readonly Step[] | undefined {
  let best: Step | undefined;
  for (const fact of asked.rows()) {
    for (const move of asked.moves) {
      const steps = fewest(move.most(fact), (tried) => isOff([{ fact, move, steps: tried }]));
      if (steps !== undefined && (best === undefined || cost([{ fact, move, steps }]) < cost([best]))) {
        best = { fact, move, steps };
      }
    }
  }
  return best && [best];
}

/** Everything moved as far as it goes one way, then each move taken back as far as the answer allows. */
function smallestSet(asked: Asked, isOff: Test): readonly Step[] | undefined {
  const found = (['UP', 'DOWN'] as const).flatMap((way) => {
    const all = everythingMoved(asked, way);
    if (all.length === 0 || !isOff(all)) return [];
    // Which one is kept depends on which is taken back last: each gets its turn.
    return all.map((_, kept) => takenBack([...all.slice(kept + 1), ...all.slice(0, kept + 1)], isOff));
  });
  return found.sort((a, b) => cost(a) - cost(b))[0];
}

/** An «или» looks at its next row only when the one before gives way, so rows are asked for until no new one appears. */
function everythingMoved(asked: Asked, way: FactMove['way']): readonly Step[] {
  let all: readonly Step[] = [];
  for (;;) {
    const rows = asked.rows(changed(all));
    const known = new Set(all.map(({ fact }) => keyOfFact(fact)));
    const added = rows
      .filter((fact) => !known.has(keyOfFact(fact)))
      .flatMap((fact) =>
        asked.moves
          .filter((move) => move.way === way && move.most(fact) > 0)
          .map((move) => ({
            fact,
            move,
            steps: move.most(fact),
          })),
      );
    if (added.length === 0) return all;
    all = [...all, ...added];
  }
}

function takenBack(all: readonly Step[], isOff: Test): readonly Step[] {
  let kept = all;
  for (const one of all) {
    const others = kept.filter((other) => other !== one);
    if (isOff(others)) {
      kept = others;
      continue;
    }
    const steps = fewest(one.steps, (tried) => isOff([...others, { ...one, steps: tried }])) ?? one.steps;
    kept = [...others, { ...one, steps }];
  }
  return kept;
}

/** Steps altogether; any number of pupils is told before a point of score, because people can picture it. */
const cost = (changes: readonly Step[]): number =>
  changes.reduce((sum, { move, steps }) => sum + (SCORE.has(move.code) ? steps + POINTS_LAST : steps), 0);

const POINTS_LAST = 1_000_000;
