import { farFromJournal, loweredOften, loweredShare } from '@/lib/objectivity/against-journal';
import { borderPeak } from '@/lib/objectivity/border-peak';
import { type CorrectedNorms, fitNorms } from '@/lib/objectivity/corrected-norms';
import { CORRECTED_FAMILIES, correctedFindings } from '@/lib/objectivity/corrected-signs';
import { easyWorseHardBetter, usualCompletion } from '@/lib/objectivity/easy-and-hard';
import { COHORTS, FEDERAL_SIGNS, federalFinding } from '@/lib/objectivity/federal-signs';
import type { SignState } from '@/lib/objectivity/finding';
import { BORDERS } from '@/lib/objectivity/mark-scale';
import { noTwos } from '@/lib/objectivity/no-twos';
import { procedureKey } from '@/lib/objectivity/procedure';
import { resultIn, type SchoolEvidence } from '@/lib/objectivity/school-evidence';
import { type Territory, territoryOf } from '@/lib/objectivity/territory';
import { vprAgainstOge } from '@/lib/objectivity/vpr-against-oge';
import { PLANS } from '@/scripts/detectors/evidence-of';

/** What the schools of one synthetic territory are compared with: made once, the manipulated ones among them. */
export interface Compared {
  readonly territory: Territory;
  readonly norms: CorrectedNorms;
  readonly usualTasks: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly loweredShares: ReadonlyMap<string, readonly number[]>;
}

const VPR = FEDERAL_SIGNS.filter((sign) => sign.family === 'MARKS_MISMATCH').map((sign) => sign.procedure);

export function compare(schools: readonly SchoolEvidence[]): Compared {
  const of = (procedure: (typeof VPR)[number]) => schools.flatMap((school) => resultIn(school, procedure) ?? []);
  return {
    territory: territoryOf(schools, Object.values(COHORTS)),
    norms: fitNorms(schools, PLANS),
    usualTasks: new Map(VPR.map((procedure) => [procedureKey(procedure), usualCompletion(of(procedure))])),
    loweredShares: new Map(
      VPR.map((procedure) => [procedureKey(procedure), of(procedure).flatMap((result) => loweredShare(result) ?? [])]),
    ),
  };
}

/** Names of what is counted: families of the federal signs, local signs, corrected families, and any of each kind. */
export const SIGN_NAMES = [
  'federal RAISED_MEAN',
  'federal MARKS_MISMATCH',
  'federal RISE',
  'federal FALL',
  'federal any',
  'local PEAK',
  'local FAR_FROM_JOURNAL',
  'local LOWERED_OFTEN',
  'local VPR_AGAINST_OGE',
  'local EASY_HARD',
  'local NO_TWOS',
  'local any',
  ...CORRECTED_FAMILIES.map((family) => `corrected ${family}` as const),
  'corrected any',
] as const;
export type SignName = (typeof SIGN_NAMES)[number];

function anyOf(name: SignName): SignName {
  if (name.startsWith('federal')) return 'federal any';
  return name.startsWith('local') ? 'local any' : 'corrected any';
}

/** Which of them mark the school this year by at least one work. */
export function marksOf(school: SchoolEvidence, compared: Compared): ReadonlySet<SignName> {
  const marks = new Set<SignName>();
  const note = (name: SignName, state: SignState) => {
    if (state === 'PRESENT') marks.add(name).add(anyOf(name));
  };
  for (const sign of FEDERAL_SIGNS) {
    note(`federal ${sign.family}`, federalFinding(sign, school, compared.territory).state);
  }
  for (const procedure of VPR) {
    const key = procedureKey(procedure);
    const result = resultIn(school, procedure);
    const plan = PLANS.get(key);
    const reference = compared.territory.references.get(key) ?? null;
    for (const border of BORDERS) note('local PEAK', borderPeak(result, reference, plan?.scale ?? null, border).state);
    note('local FAR_FROM_JOURNAL', farFromJournal(result).state);
    note('local LOWERED_OFTEN', loweredOften(result, compared.loweredShares.get(key) ?? []).state);
    note('local EASY_HARD', easyWorseHardBetter(result, plan, compared.usualTasks.get(key) ?? new Map()).state);
    note('local NO_TWOS', noTwos(result).state);
  }
  note('local VPR_AGAINST_OGE', vprAgainstOge(school, compared.territory).state);
  for (const finding of correctedFindings(school, compared.norms, PLANS)) {
    note(`corrected ${finding.family}`, finding.state);
  }
  return marks;
}
