import 'server-only';
import type { Tx } from '@/lib/platform/prisma';

/** What happened to which object. `details` must not hold a school's answers: the administrator reads the journal. */
export type JournalLine = {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

/** Writes one line in the transaction of the change itself: both happen or neither. The actor is the transaction's viewer. */
export async function writeJournal(tx: Tx, line: JournalLine): Promise<void> {
  await tx.$queryRaw`SELECT journal_add(${line.action}, ${line.entity}, ${line.entityId}, ${JSON.stringify(line.details ?? {})}::jsonb)`;
}
