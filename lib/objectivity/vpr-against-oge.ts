import { FEDERAL_SIGNS, federalFinding } from '@/lib/objectivity/federal-signs';
import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import { procedureKey } from '@/lib/objectivity/procedure';
import { momentsOfResult, resultIn, type SchoolEvidence } from '@/lib/objectivity/school-evidence';
import type { Territory } from '@/lib/objectivity/territory';

const RAISED = FEDERAL_SIGNS.filter((sign) => sign.family === 'RAISED_MEAN' && sign.procedure.exam === 'VPR');
const LATER = FEDERAL_SIGNS.filter((sign) => sign.procedure.exam === 'OGE').map((sign) => sign.procedure);
const LOW_SHARE = 30;

/**
 * Local sign Г17: a federal sign А on a ВПР of grade 4 or 5, and on an ОГЭ of the same school at least 30 % of «2» or a
 * mean below the territory's. The pupils are not the same ones, so it is a question and not a proof. Undefined until both
 * sides are known.
 */
export function vprAgainstOge(school: SchoolEvidence, territory: Territory): Finding {
  const raised = RAISED.map((sign) => federalFinding(sign, school, territory).state);
  const low = LATER.map((procedure) => {
    const result = resultIn(school, procedure);
    if (!result || result.participants === 0) return undefined;
    const mean = momentsOfResult(result).mean;
    const usual = territory.references.get(procedureKey(procedure))?.moments.mean ?? null;
    const manyBelow = result.below === null ? undefined : 100 * result.below >= LOW_SHARE * result.participants;
    const belowUsual = mean === null || usual === null ? undefined : mean < usual;
    return manyBelow || belowUsual ? true : manyBelow === undefined && belowUsual === undefined ? undefined : false;
  });
  const known = low.filter((one) => one !== undefined);
  if (raised.every((state) => state === 'UNDEFINED')) return undefinedBecause('NO_RESULT');
  if (known.length === 0) return undefinedBecause('NO_DETAIL');
  const marked = raised.filter((state) => state === 'PRESENT').length;
  const lowCount = known.filter(Boolean).length;
  return decided(marked > 0 && lowCount > 0, { raised: marked, low: lowCount, exams: known.length });
}
