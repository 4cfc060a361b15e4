import 'server-only';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { notFound } from '@/lib/kernel/refusal';
import { inScope } from '@/lib/platform/prisma';
import type { RegisterFilter } from '@/lib/schools/register';
import { type RegisterRow, registerBatch, registerPage } from '@/lib/schools/register-store';

/** Small enough for the young half of the heap: a file of 40,000 rows leaves the server as large as it was. */
const BATCH = 400;

/**
 * The whole register under a filter, in the order of the screen. Read in batches by key, a transaction each: a slow
 * reader of the file must not hold one open.
 */
export async function* registerRows(viewer: Viewer, filter: RegisterFilter): AsyncGenerator<RegisterRow> {
  if (!can(viewer.role, 'school.list')) throw notFound();
  const from = (after: string | undefined): RegisterFilter => ({ ...filter, after, before: undefined });
  const first = await inScope(viewer, (tx) => registerPage(tx, viewer, from(undefined), BATCH));
  yield* first.rows;
  let { after } = first;
  while (after) {
    const place = from(after);
    const next = await inScope(viewer, (tx) => registerBatch(tx, viewer, place, BATCH));
    yield* next.rows;
    after = next.after;
  }
}

/** The journal's line about a register that leaves the portal. */
export const noteExport = (viewer: Viewer, filter: RegisterFilter): Promise<void> =>
  inScope(viewer, (tx) =>
    writeJournal(tx, {
      action: 'school.export',
      entity: 'municipality',
      entityId: viewer.municipalityId ?? '',
      details: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')),
    }),
  );
