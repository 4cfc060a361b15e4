import { YEARS_BACK } from '@/lib/methodology/measures/compute';
import { emptyFact, type Fact, keyOf, REGION } from '@/lib/methodology/measures/facts';
import type { SchoolFigure } from '@/lib/results/figure';
import type { Reference } from '@/lib/results/reference';
import type { SchoolResult } from '@/lib/results/result';

/** Imported results as the facts that measures read. Nothing is added: what a file does not say stays «нет данных». */
export const factOfResult = (result: SchoolResult): Fact => ({
  ...emptyFact({
    school: result.schoolId,
    year: result.year,
    exam: result.exam,
    subject: result.subject,
    grade: result.grade,
  }),
  participants: result.participants,
  two: result.marks?.two ?? null,
  three: result.marks?.three ?? null,
  four: result.marks?.four ?? null,
  five: result.marks?.five ?? null,
  below: result.below,
  mean: result.mean,
  sd: result.sd,
  maxScore: result.maxScore,
  rankCorrelation: result.rankCorrelation,
  lowered: result.againstJournal?.lowered ?? null,
  confirmed: result.againstJournal?.confirmed ?? null,
  raised: result.againstJournal?.raised ?? null,
  farApart: result.againstJournal?.farApart ?? null,
});

/** Values of the region stand under the name of no school. */
export const factOfReference = ({ year, exam, subject, grade, ...known }: Reference): Fact => ({
  ...emptyFact({ school: REGION, year, exam, subject, grade }),
  participants: known.participants,
  mean: known.mean,
  sd: known.sd,
  maxScore: known.maxScore,
});

/** A figure of a form: its whole stands where participants do. */
export const factOfFigure = ({ schoolId, year, code, value, n }: SchoolFigure): Fact => ({
  ...emptyFact({ school: schoolId, year, exam: 'FORM', subject: code, grade: 0 }),
  value,
  participants: n,
});

/** The school years whose results say anything of a card that judges by this one. */
export const yearsRead = (year: number): readonly number[] =>
  Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back);

/** What is read of the results of some years, as `factsOfYears` gives it. */
type Read = {
  readonly lines: ReadonlyArray<{
    readonly result: SchoolResult;
    readonly sources: ReadonlyArray<{ readonly name: string }>;
  }>;
  readonly figures: ReadonlyArray<SchoolFigure & { readonly source: string }>;
  readonly references: readonly Reference[];
};

/** Everything that measures of these schools read, and the names of the files behind each row. */
export function factsOfResults({ lines, figures, references }: Read, schools: ReadonlySet<string>) {
  const files = new Map<string, readonly string[]>();
  const named = (fact: Fact, names: readonly string[]): Fact => {
    files.set(`${fact.school} ${factKey(fact)}`, names);
    return fact;
  };
  const facts = [
    ...lines.map(({ result, sources }) =>
      named(
        factOfResult(result),
        sources.map(({ name }) => name),
      ),
    ),
    ...figures.map(({ source, ...figure }) => named(factOfFigure(figure), source.split(', '))),
  ].filter(({ school }) => schools.has(school));
  return {
    facts: [...facts, ...references.map(factOfReference)],
    filesOf: (school: string, key: string): readonly string[] => files.get(`${school} ${key}`) ?? [],
  };
}

/** The key of a fact among those of its school. */
export const factKey = ({ exam, subject, grade, year }: Fact): string => keyOf(exam, subject, grade, year);
