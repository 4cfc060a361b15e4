import { z } from 'zod';

/**
 * What measures are computed from, in a long format: a row is one school, school year, procedure, subject and grade.
 * Figures of forms (academic debt, certificates) are rows too: `exam` is FORM and `subject` is the code of the figure.
 * Whatever is not known is null; nothing is 0 by silence.
 */
const count = z.number().int().min(0).max(1_000_000).nullable();
const code = z.string().trim().min(1).max(64);

export const factSchema = z.strictObject({
  school: code,
  /** Calendar year in which the school year begins: 2024 is 2024/25. */
  year: z.number().int().min(2000).max(2100),
  /** VPR, OGE, EGE, FORM or any other code that the method names. */
  exam: code,
  subject: code,
  grade: z.number().int().min(0).max(12),
  participants: count,
  /** Marks. */
  two: count,
  three: count,
  four: count,
  five: count,
  /** «2» or below the minimum; where there are marks it may be left out. */
  below: count,
  /** Of the primary score (ЕГЭ: of the test score), and the highest that could be got. */
  mean: z.number().nullable(),
  sd: z.number().min(0).nullable(),
  maxScore: count,
  /** Tie-corrected Spearman between journal marks and scores. */
  rankCorrelation: z.number().min(-1).max(1).nullable(),
  /** Marks below, equal to and above the journal; two marks or more apart. */
  lowered: count,
  confirmed: count,
  raised: count,
  farApart: count,
  /** The value of a figure; what it is a part of stands in `participants`. */
  value: z.number().nullable(),
});

export const unitSchema = z.strictObject({
  school: code,
  title: z.string(),
  municipality: code,
  /** PRIMARY, BASIC, SECONDARY, GYMNASIUM, LYCEUM. */
  kind: code,
  /** CITY, TOWN, VILLAGE, or empty where it is not known. */
  place: z.string(),
  grades: z.array(z.number().int().min(0).max(12)),
  /** Codes of procedures held in the year of results. */
  held: z.array(code),
});

export type Fact = z.infer<typeof factSchema>;
export type Unit = z.infer<typeof unitSchema>;

/** A row with nothing known but whose and what it is. */
export const emptyFact = (place: Pick<Fact, 'school' | 'year' | 'exam' | 'subject' | 'grade'>): Fact => ({
  ...place,
  participants: null,
  two: null,
  three: null,
  four: null,
  five: null,
  below: null,
  mean: null,
  sd: null,
  maxScore: null,
  rankCorrelation: null,
  lowered: null,
  confirmed: null,
  raised: null,
  farApart: null,
  value: null,
});

/** Who got «2» or missed the minimum, as far as it is known. */
export const belowOf = (fact: Fact): number | null => fact.below ?? fact.two;

/** Everything measures of one run read. `reference` rows are the region's, under the code of a municipality or «*». */
export type FactTable = {
  readonly units: readonly Unit[];
  readonly unitOf: ReadonlyMap<string, Unit>;
  readonly of: (school: string, key: string) => Fact | undefined;
  /** Rows of all schools of a municipality under a key, in the order of units. */
  readonly group: (municipality: string, key: string) => readonly Fact[];
  readonly reference: (key: string) => Fact | undefined;
};

export const keyOf = (exam: string, subject: string, grade: number, year: number): string =>
  `${exam}\u0000${subject}\u0000${grade}\u0000${year}`;

/** Rows under this name of a school are reference values of the region. */
export const REGION = '*';

/**
 * Indexes rows for evaluation. Refuses a row of a school that is not among the units and a second row of one school, year,
 * procedure, subject and grade: which of the two to believe is not ours to guess.
 */
export function factTable(units: readonly Unit[], facts: readonly Fact[]): FactTable {
  const unitOf = new Map(units.map((unit) => [unit.school, unit]));
  if (unitOf.size !== units.length) throw new RangeError('a school stands twice in the list of schools');
  const own = new Map<string, Map<string, Fact>>();
  const reference = new Map<string, Fact>();
  for (const fact of facts) {
    const key = keyOf(fact.exam, fact.subject, fact.grade, fact.year);
    const rows = fact.school === REGION ? reference : (own.get(fact.school) ?? new Map<string, Fact>());
    if (fact.school !== REGION && !unitOf.has(fact.school)) {
      throw new RangeError(`results of ${fact.school}, which is not in the list of schools`);
    }
    if (rows.has(key)) throw new RangeError(`two rows of ${fact.school}: ${key.replaceAll('\u0000', ' ')}`);
    rows.set(key, fact);
    if (fact.school !== REGION) own.set(fact.school, rows);
  }
  const byMunicipality = new Map<string, Unit[]>();
  for (const unit of units) {
    const known = byMunicipality.get(unit.municipality);
    if (known) known.push(unit);
    else byMunicipality.set(unit.municipality, [unit]);
  }
  const groups = new Map<string, readonly Fact[]>();
  return {
    units,
    unitOf,
    of: (school, key) => own.get(school)?.get(key),
    reference: (key) => reference.get(key),
    group: (municipality, key) => {
      const name = `${municipality}\u0001${key}`;
      const known = groups.get(name);
      if (known) return known;
      const found = (byMunicipality.get(municipality) ?? []).flatMap((unit) => own.get(unit.school)?.get(key) ?? []);
      groups.set(name, found);
      return found;
    },
  };
}
