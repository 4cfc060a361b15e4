import { z } from 'zod';

export type JournalRow = {
  readonly seq: string;
  readonly at: Date;
  readonly actorName: string | null;
  readonly actorEmail: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly details: unknown;
};

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
  .catch(undefined);

const seq = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional()
  .catch(undefined);

/** The filters and cursors of the journal page, as its address gives them; anything unknown is dropped. */
export const journalFilter = z.object({
  action: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .optional()
    .catch(undefined),
  person: z.uuid().optional().catch(undefined),
  from: day,
  to: day,
  after: seq,
  before: seq,
  check: z.literal('1').optional().catch(undefined),
});

export type JournalFilter = z.infer<typeof journalFilter>;
