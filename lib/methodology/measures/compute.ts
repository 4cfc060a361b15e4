import type { CompiledList, CompiledMeasures } from '@/lib/methodology/measures/compile-measures';
import type { FactTable, Unit } from '@/lib/methodology/measures/facts';
import type { Value } from '@/lib/methodology/measures/language';
import { MissingData, Quantity, rounded } from '@/lib/methodology/measures/quantity';
import type { Reading } from '@/lib/methodology/measures/territory';

/** Values of a unit by measure; a measure that could not be computed is not here. */
export type Values = ReadonlyMap<string, Value>;

/** What the portal answers to an item by itself. */
export type ComputedAnswer = 'YES' | 'NO' | 'NO_DATA';

export type Computation = {
  readonly valuesOf: (school: string) => Values;
  /** Answers to the items that the method computes, whoever they apply to. */
  readonly answersOf: (school: string) => ReadonlyMap<string, ComputedAnswer>;
  readonly readingOf: (school: string) => Reading;
  /** Measures and numbers of the method as expressions of this school read them. */
  readonly namedOf: (school: string) => Readonly<Record<string, Value>>;
};

/** Earlier years of the same run, for `before`. */
export type History = ReadonlyMap<number, Computation>;

/** Conditions over several years look back so far. */
export const YEARS_BACK = 4;

/** The years before, where any expression asks what a measure was then; computing them costs as much as this year. */
function historyOf(compiled: CompiledMeasures, table: FactTable, year: number): History {
  const history = new Map<number, Computation>();
  if (!compiled.looksBack) return history;
  for (let earlier = year - YEARS_BACK; earlier < year; earlier += 1) {
    history.set(earlier, compute(compiled, table, earlier, history));
  }
  return history;
}

/**
 * Computes all measures and answers of one year for every school of the table. Measures are computed one after another, each
 * for all schools, so that one may look across a territory at those above it. The order of rows changes nothing. Earlier
 * years are computed first where a measure of theirs is named (`before`).
 */
export function compute(
  compiled: CompiledMeasures,
  table: FactTable,
  year: number,
  history: History = historyOf(compiled, table, year),
): Computation {
  const values = new Map<string, Map<string, Value>>(table.units.map((unit) => [unit.school, new Map()]));
  const byMunicipality = new Map<string, Unit[]>();
  for (const unit of table.units) {
    const known = byMunicipality.get(unit.municipality);
    if (known) known.push(unit);
    else byMunicipality.set(unit.municipality, [unit]);
  }
  const numbers = new Map([...compiled.params].map(([code, value]) => [code, Quantity.of(value)]));
  const known = new Map<string, readonly Quantity[]>();
  const numbersAcross = (municipality: string, code: string, without: string | undefined): readonly Quantity[] => {
    const name = `${municipality}\u0000${code}`;
    if (without === undefined) {
      const found = known.get(name);
      if (found) return found;
    }
    const found = (byMunicipality.get(municipality) ?? []).flatMap((unit) => {
      const value = unit.school === without ? undefined : values.get(unit.school)?.get(code);
      return value instanceof Quantity && value.isKnown ? [value] : [];
    });
    if (without === undefined) known.set(name, found);
    return found;
  };
  const reading = (unit: Unit): Reading => ({
    table,
    unit,
    year,
    across: (code, withSelf) => numbersAcross(unit.municipality, code, withSelf ? undefined : unit.school),
    before: (code, back) =>
      history
        .get(year - back)
        ?.valuesOf(unit.school)
        .get(code),
  });
  const readings = new Map(table.units.map((unit) => [unit.school, reading(unit)]));

  for (const { measure, expression } of compiled.measures) {
    const evaluated = (at: Reading, given: Values): Value | undefined =>
      orMissing(() => {
        const value = expression.evaluate(at, named(numbers, given));
        return value instanceof Quantity && measure.round !== null ? rounded(value, measure.round) : value;
      });
    for (const [municipality, units] of byMunicipality) {
      const [first] = units;
      if (measure.of === 'MUNICIPALITY' && first) {
        // The municipality is nobody's own row: own() of it is «нет данных», across() and everyone() are all of it.
        const whole = reading({
          ...first,
          school: '',
          title: '',
          kind: '',
          place: '',
          grades: [],
          held: [],
          municipality,
        });
        const given = new Map(
          [...(values.get(first.school) ?? [])].filter(([code]) => isOfMunicipality(compiled, code)),
        );
        const value = evaluated(whole, given);
        if (value !== undefined) for (const unit of units) values.get(unit.school)?.set(measure.code, value);
        continue;
      }
      for (const unit of units) {
        const mine = values.get(unit.school);
        const at = readings.get(unit.school);
        if (!mine || !at) continue;
        const value = evaluated(at, mine);
        if (value !== undefined) mine.set(measure.code, value);
      }
    }
  }

  return {
    valuesOf: (school) => values.get(school) ?? new Map(),
    namedOf: (school) => named(numbers, values.get(school) ?? new Map()),
    readingOf: (school) => {
      const at = readings.get(school);
      if (!at) throw new RangeError(`no school ${school}`);
      return at;
    },
    answersOf: (school) => {
      const at = readings.get(school);
      const mine = values.get(school);
      if (!at || !mine) return new Map();
      const given = named(numbers, mine);
      return new Map(
        compiled.items.map(({ code, expression }) => {
          const holds = orMissing(() => expression.evaluate(at, given));
          return [code, holds === undefined ? 'NO_DATA' : holds === true ? 'YES' : 'NO'] as const;
        }),
      );
    },
  };
}

const isOfMunicipality = (compiled: CompiledMeasures, code: string): boolean =>
  compiled.measures.some(({ measure }) => measure.code === code && measure.of === 'MUNICIPALITY');

function orMissing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof MissingData) return undefined;
    throw error;
  }
}

/** Names for an expression; one that has no value is not among them, and is «нет данных» for whoever reads it. */
const named = (numbers: ReadonlyMap<string, Quantity>, values: Values): Record<string, Value> =>
  Object.fromEntries<Value>([...numbers, ...values]);

export type ListVerdict = { readonly list: string; readonly verdict: string; readonly rule: string | null };

/** The first rule of each list that holds; one that cannot be decided ends the list with its verdict for lack of data. */
export function listVerdicts(
  compiled: CompiledMeasures,
  computation: Computation,
  school: string,
  card: Readonly<Record<string, number>>,
): readonly ListVerdict[] {
  const at = computation.readingOf(school);
  const numbers = new Map(
    [...compiled.params, ...Object.entries(card)].map(([code, value]) => [code, Quantity.of(value)]),
  );
  const given = named(numbers, computation.valuesOf(school));
  return compiled.lists.map((list) => ({ list: list.list.code, ...firstThatHolds(list, at, given) }));
}

function firstThatHolds(
  { list, rules }: CompiledList,
  at: Reading,
  given: Record<string, Value>,
): { verdict: string; rule: string | null } {
  for (const { rule, holds } of rules) {
    const decided = orMissing(() => holds.evaluate(at, given));
    if (decided === undefined) return { verdict: list.missing, rule: null };
    if (decided === true) return { verdict: rule.verdict, rule: rule.code };
  }
  return { verdict: list.missing, rule: null };
}
