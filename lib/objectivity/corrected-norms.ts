import type { Border } from '@/lib/objectivity/border';
import {
  advancedGroup,
  changeGroup,
  examLevel,
  levelGroup,
  linkGroup,
  peakCount,
} from '@/lib/objectivity/corrected-values';
import { COHORTS, FEDERAL_SIGNS } from '@/lib/objectivity/federal-signs';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import { addHistograms } from '@/lib/objectivity/reference';
import { resultIn, type SchoolEvidence, type WorkPlans } from '@/lib/objectivity/school-evidence';
import { fitSpread, type Group, type SpreadNorm } from '@/lib/statistics/spread-norm';

/** What is usual in a territory in one year, for the corrected signs. Null where there are fewer than twenty schools. */
export interface WorkNorms {
  readonly level: SpreadNorm | null;
  /** Of schools with both obligatory ОГЭ: the level expected from them. */
  readonly levelByExam: SpreadNorm | null;
  readonly link: SpreadNorm | null;
  readonly advanced: SpreadNorm | null;
  /** Of the later work of a parallel. */
  readonly change: SpreadNorm | null;
  readonly histogram: readonly number[] | null;
  /** By border: how much schools differ at it by themselves (intraclass correlation, 0…0.5). */
  readonly peaks: Readonly<Record<Border, number | null>>;
}
export type CorrectedNorms = ReadonlyMap<string, WorkNorms>;

const LEAST_SCHOOLS = 20;
const NO_PEAKS = { three: null, four: null, five: null };
/** Works that the corrected signs look at: those of the federal ones. */
export const CORRECTED_WORKS: readonly Procedure[] = FEDERAL_SIGNS.filter((sign) => sign.family === 'RAISED_MEAN').map(
  (sign) => sign.procedure,
);

/** Makes the norms of a territory and year from its schools. */
export function fitNorms(schools: readonly SchoolEvidence[], plans: WorkPlans): CorrectedNorms {
  const exams = new Map(schools.map((school) => [school.schoolId, examLevel(school)]));
  return new Map(
    CORRECTED_WORKS.map((procedure) => [procedureKey(procedure), workNorms(schools, plans, procedure, exams)]),
  );
}

function workNorms(
  schools: readonly SchoolEvidence[],
  plans: WorkPlans,
  procedure: Procedure,
  exams: ReadonlyMap<string, number | null>,
): WorkNorms {
  const plan = plans.get(procedureKey(procedure));
  const isVpr = procedure.exam === 'VPR';
  const cohort = Object.values(COHORTS).find(({ later }) => procedureKey(later) === procedureKey(procedure));
  const normOf = (groupOf: (school: SchoolEvidence) => Group | null) =>
    fitSpread(
      schools.flatMap((school) => groupOf(school) ?? []),
      { least: LEAST_SCHOOLS },
    );
  const results = schools.flatMap((school) => resultIn(school, procedure) ?? []);
  const histogram =
    results.length > 0 && results.every((one) => one.histogram)
      ? addHistograms(results.map((one) => one.histogram ?? []))
      : null;
  const peak = (border: Border) =>
    dispersion(
      schools.flatMap((school) => peakCount(resultIn(school, procedure), histogram, plan?.scale ?? null, border) ?? []),
    );
  return {
    level: normOf((school) => levelGroup(resultIn(school, procedure), null)),
    levelByExam: isVpr
      ? normOf((school) => {
          const control = exams.get(school.schoolId) ?? null;
          return control === null ? null : levelGroup(resultIn(school, procedure), control);
        })
      : null,
    link: isVpr ? normOf((school) => linkGroup(resultIn(school, procedure))) : null,
    advanced: isVpr ? normOf((school) => advancedGroup(resultIn(school, procedure), plan)) : null,
    change: cohort ? normOf((school) => changeGroup(school, cohort.earlier, cohort.later)) : null,
    histogram,
    peaks: isVpr ? { three: peak('three'), four: peak('four'), five: peak('five') } : NO_PEAKS,
  };
}

/** Squares count up to this, so that the peaks that are looked for do not pass for the usual spread. */
const CAP = 6;

/** Intraclass correlation by the method of moments: Σ(z² − 1) / Σ(N − 1); null below twenty schools. */
function dispersion(counts: readonly { near: number; atPeak: number; usual: number }[]): number | null {
  const usable = counts.filter(({ near, usual }) => near * usual >= 1 && usual < 1);
  if (usable.length < LEAST_SCHOOLS) return null;
  let [above, room] = [0, 0];
  for (const { near, atPeak, usual } of usable) {
    const square = (atPeak - near * usual) ** 2 / (near * usual * (1 - usual));
    above += Math.min(square, CAP) - 1;
    room += near - 1;
  }
  return Math.max(0, Math.min(0.5, above / room));
}
