import { farFromJournal, loweredOften, loweredShare } from '@/lib/objectivity/against-journal';
import { BORDERS } from '@/lib/objectivity/border';
import { borderPeak } from '@/lib/objectivity/border-peak';
import { type CorrectedNorms, fitNorms } from '@/lib/objectivity/corrected-norms';
import { correctedFindings } from '@/lib/objectivity/corrected-signs';
import { easyWorseHardBetter, usualCompletion } from '@/lib/objectivity/easy-and-hard';
import {
  AS_PUBLISHED,
  COHORTS,
  FEDERAL_SIGNS,
  type FederalGuards,
  federalFinding,
} from '@/lib/objectivity/federal-signs';
import type { Finding } from '@/lib/objectivity/finding';
import { noTwos } from '@/lib/objectivity/no-twos';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import { resultIn, type SchoolEvidence, type WorkPlans } from '@/lib/objectivity/school-evidence';
import { CORRECTED_CODES, LOCAL_CODES, type LocalFamily, type SignName } from '@/lib/objectivity/sign-code';
import { type Territory, territoryOf } from '@/lib/objectivity/territory';
import { vprAgainstOge } from '@/lib/objectivity/vpr-against-oge';
import type { AgainstJournal, Result } from '@/lib/results/result';

/** Everything the schools of one territory and year are compared with; made once for all of them. */
export interface Comparison {
  readonly territory: Territory;
  readonly norms: CorrectedNorms;
  readonly plans: WorkPlans;
  /** By `procedureKey`: completion of each task, and «понизили» of each school. */
  readonly usualTasks: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly loweredShares: ReadonlyMap<string, readonly number[]>;
  /** Marks against the journal of all schools together. */
  readonly journals: ReadonlyMap<string, AgainstJournal>;
}

/** One sign of one school, year and work. */
export interface SchoolSign extends Finding {
  readonly name: SignName;
  /** «Г01», «У5»: see `sign-code`. */
  readonly code: string;
  /** Of a parallel, the later work; of «ВПР против ОГЭ», the ВПР of grade 4 stands for the school. */
  readonly procedure: Procedure;
  /** Of corrected signs: chance for an honest school, alone and corrected for all tests of the year. */
  readonly p: number | null;
  readonly adjusted: number | null;
  readonly isExplainedByProfile: boolean;
}

/** The ВПР that local signs look at: those of the federal ones. */
export const VPR_WORKS: readonly Procedure[] = FEDERAL_SIGNS.filter((sign) => sign.family === 'MARKS_MISMATCH').map(
  (sign) => sign.procedure,
);

/** Compares with the schools themselves; `region`, where the centre has its values, takes the place of their sums. */
export function comparisonOf(
  schools: readonly SchoolEvidence[],
  plans: WorkPlans,
  region: Partial<Territory> = {},
): Comparison {
  const own = territoryOf(schools, Object.values(COHORTS));
  const of = (procedure: Procedure) => schools.flatMap((school) => resultIn(school, procedure) ?? []);
  return {
    territory: {
      references: new Map([...own.references, ...(region.references ?? [])]),
      earlier: new Map([...own.earlier, ...(region.earlier ?? [])]),
      fences: new Map([...own.fences, ...(region.fences ?? [])]),
    },
    norms: fitNorms(schools, plans),
    plans,
    usualTasks: new Map(VPR_WORKS.map((procedure) => [procedureKey(procedure), usualCompletion(of(procedure))])),
    loweredShares: new Map(
      VPR_WORKS.map((procedure) => [procedureKey(procedure), of(procedure).flatMap((one) => loweredShare(one) ?? [])]),
    ),
    journals: new Map(VPR_WORKS.map((procedure) => [procedureKey(procedure), addJournals(of(procedure))])),
  };
}

/** «Two marks or more apart» is known only where every file of those added says it. */
function addJournals(results: readonly Result[]): AgainstJournal {
  const known = results.flatMap((result) => result.againstJournal ?? []);
  const sum = (of: (journal: AgainstJournal) => number) => known.reduce((total, journal) => total + of(journal), 0);
  return {
    lowered: sum((journal) => journal.lowered),
    confirmed: sum((journal) => journal.confirmed),
    raised: sum((journal) => journal.raised),
    farApart: known.some((journal) => journal.farApart === null) ? null : sum((journal) => journal.farApart ?? 0),
  };
}

/** Every sign of one school and year: federal, local, corrected, in a fixed order. */
export function signsOf(
  school: SchoolEvidence,
  comparison: Comparison,
  guards: FederalGuards = AS_PUBLISHED,
): SchoolSign[] {
  const plain = { p: null, adjusted: null, isExplainedByProfile: false };
  const federal = FEDERAL_SIGNS.map(
    (sign): SchoolSign => ({
      ...plain,
      ...federalFinding(sign, school, comparison.territory, guards),
      name: `federal/${sign.family}`,
      code: sign.code,
      procedure: sign.procedure,
    }),
  );
  const local = (family: LocalFamily, procedure: Procedure, finding: Finding): SchoolSign => ({
    ...plain,
    ...finding,
    name: `local/${family}`,
    code: LOCAL_CODES[family],
    procedure,
  });
  const corrected = correctedFindings(school, comparison.norms, comparison.plans).map(
    (finding): SchoolSign => ({
      ...finding,
      name: `corrected/${finding.family}`,
      code: CORRECTED_CODES[finding.family],
    }),
  );
  const first = VPR_WORKS[0];
  return [
    ...federal,
    ...VPR_WORKS.flatMap((procedure) =>
      localFindings(school, procedure, comparison).map(([family, finding]) => local(family, procedure, finding)),
    ),
    ...(first ? [local('VPR_AGAINST_OGE', first, vprAgainstOge(school, comparison.territory))] : []),
    ...corrected,
  ];
}

function localFindings(
  school: SchoolEvidence,
  procedure: Procedure,
  { territory, plans, usualTasks, loweredShares }: Comparison,
): (readonly [LocalFamily, Finding])[] {
  const key = procedureKey(procedure);
  const result = resultIn(school, procedure);
  const plan = plans.get(key);
  const reference = territory.references.get(key) ?? null;
  return [
    ...BORDERS.map((border) => ['PEAK', borderPeak(result, reference, plan?.scale ?? null, border)] as const),
    ['FAR_FROM_JOURNAL', farFromJournal(result)],
    ['LOWERED_OFTEN', loweredOften(result, loweredShares.get(key) ?? [])],
    ['EASY_HARD', easyWorseHardBetter(result, plan, usualTasks.get(key) ?? new Map())],
    ['NO_TWOS', noTwos(result)],
  ];
}
