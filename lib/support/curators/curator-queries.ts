import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { workingSchools } from '@/lib/support/cases/case-store';
import { conflictsOf, curatorLimit, curatorLines } from '@/lib/support/curators/curator-store';

/** Curators with their load, the usual limit, and whom not to give which school. */
export const curatorsPage = defineQuery('support.change', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  return {
    curators: await curatorLines(tx, municipalityId),
    conflicts: await conflictsOf(tx, municipalityId),
    schools: await workingSchools(tx, municipalityId),
    limit: await curatorLimit(tx, municipalityId),
    timeZone: viewer.timeZone,
  };
});
export type CuratorsPage = Awaited<ReturnType<typeof curatorsPage>>;
