import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { notFound } from '@/lib/kernel/refusal';
import type { FederalGuards } from '@/lib/objectivity/federal-signs';
import { type MapInput, mapPageOf } from '@/lib/objectivity/map-page';
import { kindsOf, type ObjectivitySearch } from '@/lib/objectivity/objectivity-search';
import { knownSchools } from '@/lib/objectivity/objectivity-store';
import { regionValues } from '@/lib/objectivity/region-values';
import { schoolPageOf } from '@/lib/objectivity/school-page';
import { inScope, type Tx } from '@/lib/platform/prisma';
import { knownYears, speakingResults } from '@/lib/results/queries';

/** The map shows the three latest years (C1.21). */
const YEARS = 3;
/** The guard of the default method for sign А; the published methodology has none. */
const GUARDS: FederalGuards = { raisedMean: 10, marksMismatch: 2, cohort: 1 };

async function inputOf(tx: Tx, municipalityId: string, years: readonly number[]): Promise<MapInput> {
  const wanted = [...new Set(years.flatMap((year) => [year, year - 1]))];
  const { results, references } = await speakingResults(tx, municipalityId, wanted);
  return {
    schools: await knownSchools(tx, municipalityId),
    results,
    years,
    regions: new Map(years.map((year) => [year, regionValues(references, year)])),
    guards: GUARDS,
  };
}

/** Schools × years × works of the municipality. */
export const objectivityMap = defineQuery('objectivity.read', async ({ viewer, tx }, search: ObjectivitySearch) => {
  const municipalityId = ownMunicipality(viewer);
  const years = (await knownYears(tx, municipalityId)).slice(0, YEARS);
  return mapPageOf(await inputOf(tx, municipalityId, years), kindsOf(search), search.missing);
});

/** One school and year behind the map. */
export const objectivitySchool = defineQuery(
  'objectivity.read',
  async ({ viewer, tx }, schoolId: string, year: number, search: ObjectivitySearch) => {
    const input = await inputOf(tx, ownMunicipality(viewer), [year]);
    const page = schoolPageOf(input, schoolId, year, kindsOf(search));
    if (!page) throw notFound();
    return page;
  },
);

/** The journal's line about a map that leaves the portal. */
export const noteMapExport = (viewer: Viewer): Promise<void> =>
  inScope(viewer, (tx) =>
    writeJournal(tx, {
      action: 'objectivity.export',
      entity: 'municipality',
      entityId: viewer.municipalityId ?? '',
      details: {},
    }),
  );
