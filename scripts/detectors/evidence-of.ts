import { procedureKey } from '@/lib/objectivity/procedure';
import type { SchoolEvidence, WorkPlan, WorkPlans } from '@/lib/objectivity/school-evidence';
import { maxScoreOf, PAPERS } from '@/scripts/detectors/paper';
import type { School } from '@/scripts/detectors/region';
import { resultsOf, YEAR } from '@/scripts/detectors/results-of';

/** What the portal would know of a synthetic school by the end of the year. */
export const evidenceOf = (school: School): SchoolEvidence => ({
  schoolId: school.id,
  year: YEAR,
  isProfile: school.isProfile,
  results: resultsOf(school),
});

/** Scales and levels of tasks of the synthetic papers. */
export const PLANS: WorkPlans = new Map(
  Object.values(PAPERS).map((paper): [string, WorkPlan] => [
    procedureKey(paper),
    {
      scale: { maxScore: maxScoreOf(paper), three: paper.three, four: paper.four, five: paper.five },
      tasks: new Map(paper.tasks.map((task) => [task.code, task.isAdvanced ? 'ADVANCED' : 'BASIC'])),
    },
  ]),
);
