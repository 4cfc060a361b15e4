import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { developmentOfSchool } from '@/lib/development/development-queries';
import { schoolStanding } from '@/lib/diagnostics/cards/school-standing-queries';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { partnershipsOfSchool } from '@/lib/partnerships/partnership-queries';
import { schoolAdvice } from '@/lib/recommendations/school-advice';
import { schoolPlans } from '@/lib/roadmaps/school-plans';
import { readSchool } from '@/lib/schools/queries';
import { isWritable } from '@/lib/support/cases/case-moves';
import type { SupportSearch } from '@/lib/support/cases/case-search';
import { caseOf, caseYears } from '@/lib/support/cases/case-store';
import { timelineOf } from '@/lib/support/cases/timeline-store';
import { caseCauses } from '@/lib/support/causes/cause-store';
import { curatorsOfSchool } from '@/lib/support/curators/curator-store';
import { openAgreements, studiesOfSchool } from '@/lib/support/studies/study-store';
import { visitsOfSchool } from '@/lib/visits/visit-queries';

const TIMELINE_MAX = 30;

/**
 * The case of a school and year on one page: what was found, why it may be, what is being done, what is late, what has changed,
 * and everything that happened. Each part shows what its own rules let the viewer see; the school reads of a crisis that it is
 * supported more closely, not why.
 */
export const supportPage = defineQuery('support.read', async (context, address: string, search: SupportSearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const school = await readSchool(context, address);
  const present = schoolYearAt(new Date(), viewer.timeZone);
  const years = await caseYears(tx, municipalityId, school.id);
  const year = search.year ?? (years.includes(present) ? present : (years[0] ?? present));
  const isSchool = isSchoolRole(viewer.role);
  const found = await caseOf(tx, municipalityId, school.id, year);
  return {
    ...{ school: { id: school.id, name: school.name, shortName: school.shortName }, year, present, isSchool, search },
    years: [...new Set([present, year, ...years])].sort((a, b) => b - a),
    supportCase: found && (isSchool ? { ...found, crisisReason: '', crisisBy: '' } : found),
    causes: found ? await caseCauses(tx, municipalityId, found.id) : [],
    curators: await curatorsOfSchool(tx, municipalityId, school.id),
    studies: await studiesOfSchool(tx, municipalityId, school.id, year),
    agreements: await openAgreements(tx, municipalityId, school.id),
    advice: await schoolAdvice(context, school.id, year),
    plans: await schoolPlans(context, school.id),
    partnerships: await partnershipsOfSchool(context, school.id),
    visits: await visitsOfSchool(context, school.id),
    development: await developmentOfSchool(context, school.id),
    isOwnSchool: viewer.schoolId === school.id,
    standing: await schoolStanding(context, school.id),
    timeline: await timelineOf(tx, { municipalityId, schoolId: school.id, year }, search.kind, TIMELINE_MAX),
    ...{ publicLabel: viewer.publicLabel, timeZone: viewer.timeZone },
    ...{ canPlan: can(viewer.role, 'roadmap.change'), canList: can(viewer.role, 'school.list') },
    ...{ canChange: can(viewer.role, 'support.change'), canAdvise: can(viewer.role, 'recommendation.change') },
    canWork: can(viewer.role, 'support.work') && (!found || isWritable(found)),
  };
});
export type SupportPage = Awaited<ReturnType<typeof supportPage>>;
