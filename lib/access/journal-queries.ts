import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import type { JournalFilter, JournalRow } from '@/lib/access/journal-page';
import { journalActions, journalFaults, journalLength, journalLines, journalPeople } from '@/lib/access/journal-store';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';

const PAGE = 50;

/** The journal of the municipality, a page of it; the check of the chain only when asked for, as it reads every line. */
export const journalPage = defineQuery('journal.read', async ({ viewer, tx }, filter: JournalFilter) => {
  const chain = ownMunicipality(viewer);
  const found = await journalLines(tx, chain, viewer.timeZone, filter, PAGE + 1);
  const backwards = Boolean(filter.before && !filter.after);
  const rows = backwards ? found.slice(-PAGE) : found.slice(0, PAGE);
  const more = found.length > PAGE;
  return {
    rows,
    after: (backwards || more) && rows.length > 0 ? rows.at(-1)?.seq : undefined,
    before: (backwards ? more : Boolean(filter.after)) && rows.length > 0 ? rows[0]?.seq : undefined,
    actions: await journalActions(tx, chain),
    people: await journalPeople(tx, chain),
    checked: filter.check ? { faults: await journalFaults(tx), lines: await journalLength(tx, chain) } : undefined,
    timeZone: viewer.timeZone,
  };
});

export type JournalPage = Awaited<ReturnType<typeof journalPage>>;

const BATCH = 2000;

const batch = defineQuery('journal.read', async ({ viewer, tx }, filter: JournalFilter) =>
  journalLines(tx, ownMunicipality(viewer), viewer.timeZone, filter, BATCH),
);

/** Journals that the journal was taken out; the line is the first one of the file. */
export const noteJournalExport = defineQuery('journal.read', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  await writeJournal(tx, { action: 'journal.export', entity: 'municipality', entityId: municipalityId });
});

/** Every line the filter lets through, newest first, in batches of a transaction each: a slow reader holds none open. */
export async function* journalTable(viewer: Viewer, filter: JournalFilter): AsyncGenerator<JournalRow> {
  let after: string | undefined;
  for (;;) {
    const rows = await batch.as(viewer, { ...filter, before: undefined, after });
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.seq;
  }
}
