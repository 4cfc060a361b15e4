import { cohortChange } from '@/lib/objectivity/cohort-change';
import type { Finding } from '@/lib/objectivity/finding';
import { marksMismatch } from '@/lib/objectivity/marks-mismatch';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import { raisedMean } from '@/lib/objectivity/raised-mean';
import { resultIn, type SchoolEvidence } from '@/lib/objectivity/school-evidence';
import type { Cohort, Territory } from '@/lib/objectivity/territory';

const vpr = (subject: 'russian' | 'math', grade: number): Procedure => ({ exam: 'VPR', subject, grade });
const oge = (subject: 'russian' | 'math'): Procedure => ({ exam: 'OGE', subject, grade: 9 });

/** Parallels of federal sign В: grade 4 last year, grade 5 this year. */
export const COHORTS: Readonly<Record<'russian' | 'math', Cohort>> = {
  russian: { earlier: vpr('russian', 4), later: vpr('russian', 5) },
  math: { earlier: vpr('math', 4), later: vpr('math', 5) },
};

export type FederalFamily = 'RAISED_MEAN' | 'MARKS_MISMATCH' | 'RISE' | 'FALL';

export interface FederalSign {
  /** The code of the sign in the default method: «Г01»…«Г14». */
  readonly code: string;
  readonly family: FederalFamily;
  /** The work it is about; of a cohort, the later one. */
  readonly procedure: Procedure;
}

/** The fourteen signs of ФИОКО (2019) in the order of the default method. */
export const FEDERAL_SIGNS: readonly FederalSign[] = [
  { code: 'Г01', family: 'RAISED_MEAN', procedure: vpr('russian', 4) },
  { code: 'Г02', family: 'RAISED_MEAN', procedure: vpr('math', 4) },
  { code: 'Г03', family: 'RAISED_MEAN', procedure: vpr('russian', 5) },
  { code: 'Г04', family: 'RAISED_MEAN', procedure: vpr('math', 5) },
  { code: 'Г05', family: 'RAISED_MEAN', procedure: oge('russian') },
  { code: 'Г06', family: 'RAISED_MEAN', procedure: oge('math') },
  { code: 'Г07', family: 'MARKS_MISMATCH', procedure: vpr('russian', 4) },
  { code: 'Г08', family: 'MARKS_MISMATCH', procedure: vpr('math', 4) },
  { code: 'Г09', family: 'MARKS_MISMATCH', procedure: vpr('russian', 5) },
  { code: 'Г10', family: 'MARKS_MISMATCH', procedure: vpr('math', 5) },
  { code: 'Г11', family: 'RISE', procedure: vpr('russian', 5) },
  { code: 'Г12', family: 'RISE', procedure: vpr('math', 5) },
  { code: 'Г13', family: 'FALL', procedure: vpr('russian', 5) },
  { code: 'Г14', family: 'FALL', procedure: vpr('math', 5) },
];

/** Least participants by family. The published methodology names none; a method may ask for more (the default: 10 for А). */
export interface FederalGuards {
  readonly raisedMean: number;
  readonly marksMismatch: number;
  readonly cohort: number;
}
export const AS_PUBLISHED: FederalGuards = { raisedMean: 2, marksMismatch: 2, cohort: 1 };

/** One sign of one school. */
export function federalFinding(
  sign: FederalSign,
  school: SchoolEvidence,
  territory: Territory,
  guards: FederalGuards = AS_PUBLISHED,
): Finding {
  const result = resultIn(school, sign.procedure);
  const key = procedureKey(sign.procedure);
  if (sign.family === 'RAISED_MEAN')
    return raisedMean(result, territory.references.get(key) ?? null, guards.raisedMean);
  if (sign.family === 'MARKS_MISMATCH') return marksMismatch(result, guards.marksMismatch);
  const cohort = COHORTS[sign.procedure.subject === 'math' ? 'math' : 'russian'];
  const earlier = resultIn(school, cohort.earlier, school.year - 1);
  return cohortChange(sign.family, earlier, result, territory.fences.get(key) ?? null, guards.cohort);
}
