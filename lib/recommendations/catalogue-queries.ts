import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { writeJournal } from '@/lib/audit/journal';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import type { CatalogueSearch } from '@/lib/recommendations/catalogue-search';
import {
  countNewStarters,
  findRemedy,
  itemsOfCatalogue,
  listRemedies,
  versionsOf,
} from '@/lib/recommendations/catalogue-store';

/** The centre's catalogue under a filter. */
export const cataloguePage = defineQuery('recommendation.change', async ({ viewer, tx }, search: CatalogueSearch) => {
  const municipalityId = ownMunicipality(viewer);
  return {
    lines: await listRemedies(tx, municipalityId, search),
    items: await itemsOfCatalogue(tx, municipalityId),
    newStarters: await countNewStarters(tx, municipalityId),
  };
});
export type CataloguePage = Awaited<ReturnType<typeof cataloguePage>>;

/** The same as a spreadsheet; that it left the portal is in the journal. */
export const catalogueTable = defineQuery('recommendation.change', async ({ viewer, tx }, search: CatalogueSearch) => {
  const municipalityId = ownMunicipality(viewer);
  const lines = await listRemedies(tx, municipalityId, search);
  await writeJournal(tx, {
    action: 'remedy.export',
    entity: 'municipality',
    entityId: municipalityId,
    details: { rows: lines.length },
  });
  return lines;
});

async function seenRemedy({ viewer, tx }: QueryContext, remedyId: string) {
  const found = id.safeParse(remedyId).success ? await findRemedy(tx, ownMunicipality(viewer), remedyId) : undefined;
  if (!found) throw notFound();
  return found;
}

/** One measure with all its versions. */
export const remedyPage = defineQuery('recommendation.change', async (context, remedyId: string) => {
  const remedy = await seenRemedy(context, remedyId);
  return { remedy, versions: await versionsOf(context.tx, remedy.id), timeZone: context.viewer.timeZone };
});
export type RemedyPage = Awaited<ReturnType<typeof remedyPage>>;

/** What the form of a new measure begins with: perhaps the code of a gap. */
export const newRemedyForm = defineQuery('recommendation.change', async (_context, item: string) => ({
  item: item.slice(0, 32),
}));
