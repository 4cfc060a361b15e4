import { BORDERS } from '@/lib/objectivity/border';
import type { CorrectedNorms, WorkNorms } from '@/lib/objectivity/corrected-norms';
import { CORRECTED_WORKS } from '@/lib/objectivity/corrected-norms';
import {
  advancedGroup,
  changeGroup,
  examLevel,
  LEAST,
  levelGroup,
  linkGroup,
  peakCount,
} from '@/lib/objectivity/corrected-values';
import { COHORTS } from '@/lib/objectivity/federal-signs';
import { decided, type Finding, type Numbers, type Reason, undefinedBecause } from '@/lib/objectivity/finding';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import { resultIn, type SchoolEvidence, type WorkPlans } from '@/lib/objectivity/school-evidence';
import { betaBinomialTail } from '@/lib/statistics/beta-binomial-tail';
import { benjaminiHochberg } from '@/lib/statistics/many-tests';
import { normalTail } from '@/lib/statistics/normal-tail';
import { type Group, type SpreadNorm, standardised } from '@/lib/statistics/spread-norm';

/**
 * The corrected signs: the same questions as the federal ones, asked so that an honest school is seldom marked. Each is a
 * p-value «how often would an honest school of this size and level show this», from the spread of the territory's schools
 * with random effects; all p-values of one school and year are corrected together (Benjamini and Hochberg), so that an
 * honest school is marked in a year with a chance of at most `level` by all signs together. What they find, how often
 * and from which strength of manipulation is measured in docs/detectors.md.
 */
export const CORRECTED_FAMILIES = ['LEVEL', 'LINK', 'RISE', 'FALL', 'PEAK', 'ADVANCED'] as const;
export type CorrectedFamily = (typeof CORRECTED_FAMILIES)[number];

export interface CorrectedFinding extends Finding {
  readonly family: CorrectedFamily;
  readonly procedure: Procedure;
  /** Chance for an honest school, alone and after correction for all tests of the year; null where undefined. */
  readonly p: number | null;
  readonly adjusted: number | null;
  /** A level above the expected is explained for a лицей or гимназия: it is then ABSENT, with its numbers. */
  readonly isExplainedByProfile: boolean;
}

export const LEVEL = 0.05;

type Test = Pick<CorrectedFinding, 'family' | 'procedure'> &
  (
    | { readonly p: number; readonly numbers: Numbers }
    | { readonly p: null; readonly reason: Reason; readonly numbers: Numbers }
  );

/** All corrected signs of one school and year, in a fixed order. */
export function correctedFindings(
  school: SchoolEvidence,
  norms: CorrectedNorms,
  plans: WorkPlans,
  level = LEVEL,
): CorrectedFinding[] {
  const tests = CORRECTED_WORKS.flatMap((procedure) => testsOf(school, procedure, norms, plans));
  const isExplained = (test: Test) => school.isProfile && test.family === 'LEVEL';
  // What a profile explains is not asked, so it takes no part in the correction.
  const asked = tests.flatMap((test) => (test.p === null || isExplained(test) ? [] : [test.p]));
  const adjusted = benjaminiHochberg(asked);
  let place = 0;
  return tests.map((test) => {
    const { family, procedure, p, numbers } = test;
    const about = { family, procedure, p, isExplainedByProfile: false };
    if (p === null) return { ...about, ...undefinedBecause(test.reason, numbers), adjusted: null };
    if (isExplained(test))
      return { ...about, ...decided(false, numbers), adjusted: null, isExplainedByProfile: p < level };
    const corrected = adjusted[place] ?? 1;
    place += 1;
    return { ...about, ...decided(corrected <= level, numbers), adjusted: corrected };
  });
}

function testsOf(school: SchoolEvidence, procedure: Procedure, norms: CorrectedNorms, plans: WorkPlans): Test[] {
  const work = norms.get(procedureKey(procedure));
  const plan = plans.get(procedureKey(procedure));
  const result = resultIn(school, procedure);
  const n = result?.participants ?? 0;
  const spread = (
    family: CorrectedFamily,
    group: Group | null,
    norm: SpreadNorm | null | undefined,
    side: 1 | -1,
    missing: Reason = 'NO_DETAIL',
  ): Test => {
    const about = { family, procedure };
    if (n === 0) return { ...about, p: null, reason: 'NO_RESULT', numbers: {} };
    if (n < LEAST) return { ...about, p: null, reason: 'FEW_PARTICIPANTS', numbers: { n, least: LEAST } };
    if (!group) return { ...about, p: null, reason: missing, numbers: { n } };
    if (!norm) return { ...about, p: null, reason: 'FEW_SCHOOLS', numbers: { n, least: 20 } };
    const deviations = standardised(norm, group);
    const expected = norm.centre + norm.slope * (group.covariate ?? 0);
    return { ...about, p: normalTail(side * deviations), numbers: { n, value: group.value, expected, deviations } };
  };

  const control = procedure.exam === 'VPR' ? examLevel(school) : null;
  const byExam = control === null ? null : (work?.levelByExam ?? null);
  const tests = [spread('LEVEL', levelGroup(result, byExam ? control : null), byExam ?? work?.level, 1)];
  if (procedure.exam !== 'VPR') return tests;
  tests.push(spread('LINK', linkGroup(result), work?.link, -1, result?.rankPairs === null ? 'NO_DETAIL' : 'TIES'));
  const cohort = Object.values(COHORTS).find(({ later }) => procedureKey(later) === procedureKey(procedure));
  if (cohort) {
    const group = changeGroup(school, cohort.earlier, cohort.later);
    tests.push(spread('RISE', group, work?.change, -1, 'NO_EARLIER_YEAR'));
    tests.push(spread('FALL', group, work?.change, 1, 'NO_EARLIER_YEAR'));
  }
  tests.push(...BORDERS.map((border) => peakTest(border)));
  tests.push(
    spread('ADVANCED', advancedGroup(result, plan), work?.advanced, 1, result?.tasks ? 'NO_TASK_LEVELS' : 'NO_DETAIL'),
  );
  return tests;

  function peakTest(border: (typeof BORDERS)[number]): Test {
    const about = { family: 'PEAK', procedure } as const;
    const missing = (reason: Reason): Test => ({ ...about, p: null, reason, numbers: n ? { n } : {} });
    if (n === 0) return missing('NO_RESULT');
    if (n < LEAST) return missing('FEW_PARTICIPANTS');
    if (!plan?.scale) return missing('NO_SCALE');
    if (!result?.histogram) return missing('NO_DETAIL');
    const rho = rhoOf(work, border);
    if (rho === null) return missing('FEW_SCHOOLS');
    const count = peakCount(result, work?.histogram ?? null, plan.scale, border);
    if (!count) return missing('FEW_AT_BORDER');
    const p = betaBinomialTail(count.atPeak, count.near, count.usual, rho);
    return { ...about, p, numbers: { n, ...count } };
  }
}

const rhoOf = (work: WorkNorms | undefined, border: (typeof BORDERS)[number]) => work?.peaks[border] ?? null;
