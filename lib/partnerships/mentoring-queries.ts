import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { writeJournal } from '@/lib/audit/journal';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { findPair, pairsOf } from '@/lib/partnerships/mentoring-store';
import type { MentoringSearch } from '@/lib/partnerships/partnership-search';
import { schoolFacts } from '@/lib/partnerships/readiness-store';

/** Mentoring pairs that the viewer may see. */
export const mentoringPage = defineQuery('partnership.read', async ({ viewer, tx }, search: MentoringSearch) => ({
  rows: await pairsOf(tx, ownMunicipality(viewer), search),
  ...{ search, isSchool: isSchoolRole(viewer.role), canPropose: can(viewer.role, 'partnership.propose') },
  canChange: can(viewer.role, 'partnership.change'),
}));
export type MentoringPage = Awaited<ReturnType<typeof mentoringPage>>;

/** The pairs for a file, noted in the journal. */
export const mentoringExport = defineQuery('partnership.read', async ({ viewer, tx }, search: MentoringSearch) => {
  const municipalityId = ownMunicipality(viewer);
  await writeJournal(tx, {
    ...{ action: 'partnership.pair-export', entity: 'municipality', entityId: municipalityId, details: {} },
  });
  return pairsOf(tx, municipalityId, search);
});

export const newPairForm = defineQuery('partnership.change', async ({ viewer, tx }) => ({
  schools: (await schoolFacts(tx, ownMunicipality(viewer))).map((school) => ({ id: school.id, name: school.name })),
  today: dayAt(new Date(), viewer.timeZone),
}));
export type NewPairForm = Awaited<ReturnType<typeof newPairForm>>;

export const pairPage = defineQuery('partnership.read', async ({ viewer, tx }, address: string) => {
  const pair = id.safeParse(address).success ? await findPair(tx, ownMunicipality(viewer), address) : undefined;
  if (!pair) throw notFound();
  return { pair, canChange: can(viewer.role, 'partnership.change'), today: dayAt(new Date(), viewer.timeZone) };
});
export type PairPage = Awaited<ReturnType<typeof pairPage>>;
