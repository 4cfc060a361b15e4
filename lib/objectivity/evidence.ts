import { CORRECTED_WORKS } from '@/lib/objectivity/corrected-norms';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import type { SchoolEvidence, WorkPlan, WorkPlans } from '@/lib/objectivity/school-evidence';
import type { Scales } from '@/lib/results/dictionaries/mark-scales';
import type { TaskPlan } from '@/lib/results/dictionaries/task-plan';
import type { Result, SchoolResult } from '@/lib/results/result';

/** A school of the register as the signs need it. */
export interface KnownSchool {
  readonly id: string;
  readonly name: string;
  readonly isProfile: boolean;
}

/** Works of the map: those of the federal signs. */
export const MAP_WORKS: readonly Procedure[] = CORRECTED_WORKS;

/**
 * What the dictionaries say of the works of a year: scales in force (the centre's own before those of the program) and levels
 * of tasks. A scale of another year is no scale: the signs at borders of marks stay undefined until that of the year is in the
 * dictionary.
 */
export function plansOf(
  year: number,
  scales: Scales,
  levels: ReadonlyMap<string, WorkPlan['tasks']> = new Map(),
): WorkPlans {
  return new Map(
    MAP_WORKS.map((procedure): [string, WorkPlan] => {
      const key = procedureKey(procedure);
      const found = procedure.exam === 'VPR' ? scales(year, procedure.subject, procedure.grade) : null;
      return [key, { scale: found?.isOfYear ? found.scale : null, tasks: levels.get(key) ?? null }];
    }),
  );
}

/** Levels of tasks by year and `procedureKey`, as `plansOf` takes them. */
export function levelsByYear(
  plans: ReadonlyArray<TaskPlan>,
): ReadonlyMap<number, ReadonlyMap<string, WorkPlan['tasks']>> {
  const years = new Map<number, Map<string, WorkPlan['tasks']>>();
  for (const plan of plans) {
    const ofYear = years.get(plan.year) ?? new Map<string, WorkPlan['tasks']>();
    ofYear.set(procedureKey(plan), new Map(plan.tasks.map(({ code, level }) => [code, level])));
    years.set(plan.year, ofYear);
  }
  return years;
}

/** Results by school for one school year: those of the year itself and of the year before. */
export function evidenceOfYear(
  schools: readonly KnownSchool[],
  results: readonly SchoolResult[],
  year: number,
): SchoolEvidence[] {
  const bySchool = new Map<string, Result[]>();
  for (const { schoolId, ...result } of results) {
    if (result.year !== year && result.year !== year - 1) continue;
    const met = bySchool.get(schoolId);
    if (met) met.push(result);
    else bySchool.set(schoolId, [result]);
  }
  return schools.map(({ id, isProfile }) => ({ schoolId: id, year, isProfile, results: bySchool.get(id) ?? [] }));
}
