import 'server-only';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { notFound } from '@/lib/kernel/refusal';
import { inScope } from '@/lib/platform/prisma';
import type { RegisterFilter } from '@/lib/schools/register';
import { type RegisterRow, registerPage } from '@/lib/schools/register-store';

const BATCH = 1000;

/**
 * The whole register under a filter, in the order of the screen. Read in batches by key, a transaction each: a slow
 * reader of the file must not hold one open.
 */
export async function* registerRows(viewer: Viewer, filter: RegisterFilter): AsyncGenerator<RegisterRow> {
  if (!can(viewer.role, 'school.list')) throw notFound();
  let after: string | undefined;
  do {
    const place: RegisterFilter = { ...filter, after, before: undefined };
    const page = await inScope(viewer, (tx) => registerPage(tx, viewer, place, BATCH));
    yield* page.rows;
    after = page.after;
  } while (after);
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
