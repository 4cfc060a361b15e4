import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { readSchool } from '@/lib/schools/queries';
import { isWritable } from '@/lib/support/cases/case-moves';
import { caseOf } from '@/lib/support/cases/case-store';
import { caseCauses, causesOf } from '@/lib/support/causes/cause-store';

/** The municipality's dictionary of causes. */
export const causesPage = defineQuery('support.change', async ({ viewer, tx }) => ({
  causes: await causesOf(tx, ownMunicipality(viewer)),
}));
export type CausesPage = Awaited<ReturnType<typeof causesPage>>;

/** The causes of a school's case, and what may still be chosen. */
export const caseCausesPage = defineQuery(
  'support.work',
  async (context, address: string, asked: number | undefined) => {
    const { viewer, tx } = context;
    const school = await readSchool(context, address);
    const municipalityId = ownMunicipality(viewer);
    const year = asked ?? schoolYearAt(new Date(), viewer.timeZone);
    const found = await caseOf(tx, municipalityId, school.id, year);
    const causes = found ? await caseCauses(tx, municipalityId, found.id) : [];
    const taken = new Set(causes.map(({ causeId }) => causeId));
    const known = await causesOf(tx, municipalityId);
    return {
      ...{ school: { id: school.id, shortName: school.shortName }, year, supportCase: found, causes },
      choices: known.filter(({ id, isArchived }) => !isArchived && !taken.has(id)),
      canWrite: found !== undefined && isWritable(found),
    };
  },
);
export type CaseCausesPage = Awaited<ReturnType<typeof caseCausesPage>>;
