import { z } from 'zod';
import { MISSING_RULES } from '@/lib/objectivity/objectivity-index';
import { KINDS, type SignKind } from '@/lib/objectivity/sign-code';

/** What the map shows: by default the official signs and the corrected ones; local signs are off until asked for. */
export const objectivitySearch = z.object({
  kind: z
    .enum([...KINDS, 'all'])
    .optional()
    .catch(undefined),
  /** What to do in the index with schools of which nothing is known. */
  missing: z.enum(MISSING_RULES).optional().catch(undefined),
});
export type ObjectivitySearch = z.infer<typeof objectivitySearch>;

export function kindsOf({ kind }: ObjectivitySearch): readonly SignKind[] {
  if (kind === undefined) return ['federal', 'corrected'];
  return kind === 'all' ? KINDS : [kind];
}
