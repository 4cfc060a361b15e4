import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { can } from '@/lib/access/permissions';
import { developmentOfSchool } from '@/lib/development/development-queries';
import { schoolStanding } from '@/lib/diagnostics/cards/school-standing-queries';
import { schoolPlans } from '@/lib/roadmaps/school-plans';
import { readSchool } from '@/lib/schools/queries';

/**
 * One school on one page: what was found, what is being done, what is late, what has changed. Each part shows what its own
 * rules let the viewer see.
 */
export const supportPage = defineQuery('roadmap.read', async (context, address: string) => {
  const { viewer } = context;
  const school = await readSchool(context, address);
  return {
    school: { id: school.id, name: school.name, shortName: school.shortName },
    standing: await schoolStanding(context, school.id),
    plans: await schoolPlans(context, school.id),
    development: await developmentOfSchool(context, school.id),
    isOwnSchool: viewer.schoolId === school.id,
    publicLabel: viewer.publicLabel,
    canPlan: can(viewer.role, 'roadmap.change'),
    canList: can(viewer.role, 'school.list'),
  };
});
export type SupportPage = Awaited<ReturnType<typeof supportPage>>;
