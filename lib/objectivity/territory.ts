import { cohortRatio } from '@/lib/objectivity/cohort-change';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import { pooled, type Reference } from '@/lib/objectivity/reference';
import { resultIn, type SchoolEvidence } from '@/lib/objectivity/school-evidence';
import type { Result } from '@/lib/results/result';
import { type Fences, fencesOf } from '@/lib/statistics/fences';

/** One parallel in two years: its work in grade N last year and in grade N + 1 this year. */
export interface Cohort {
  readonly earlier: Procedure;
  readonly later: Procedure;
}

/** What schools of one year are compared with. Region values, where the centre has them, take the place of these. */
export interface Territory {
  /** By `procedureKey`. */
  readonly references: ReadonlyMap<string, Reference>;
  /** The same of the year before. */
  readonly earlier: ReadonlyMap<string, Reference>;
  /** Of K, by `procedureKey` of the later work. */
  readonly fences: ReadonlyMap<string, Fences>;
}

/** Adds up the schools of a territory; `times` is how many ranges between the quartiles the fences stand off. */
export function territoryOf(schools: readonly SchoolEvidence[], cohorts: readonly Cohort[], times = 3): Territory {
  const fences = new Map<string, Fences>();
  for (const { earlier, later } of cohorts) {
    const ratios = schools.flatMap(
      (school) => cohortRatio(resultIn(school, earlier, school.year - 1), resultIn(school, later)) ?? [],
    );
    const found = fencesOf(ratios, times);
    if (found) fences.set(procedureKey(later), found);
  }
  return { references: referencesOf(schools, 0), earlier: referencesOf(schools, 1), fences };
}

function referencesOf(schools: readonly SchoolEvidence[], yearsAgo: number): Map<string, Reference> {
  const works = new Map<string, Result[]>();
  for (const school of schools) {
    for (const result of school.results) {
      if (result.year !== school.year - yearsAgo) continue;
      const key = procedureKey(result);
      const met = works.get(key);
      if (met) met.push(result);
      else works.set(key, [result]);
    }
  }
  return new Map(
    [...works].flatMap(([key, results]) => {
      const reference = pooled(results);
      return reference ? [[key, reference] as const] : [];
    }),
  );
}
