import 'server-only';
import type { Tx } from '@/lib/platform/prisma';
import type { FactChange } from '@/lib/results/fact-change';
import { countFactChange } from '@/lib/results/fact-change-store';

/**
 * For contexts that keep facts of their own (decisions about signs): whoever changes facts notes it in the same transaction.
 * Who computes from them is none of the noter's business: he compares counters (docs/decisions/0017).
 */
export const noteFactChange = (tx: Tx, municipalityId: string, change: FactChange): Promise<void> =>
  countFactChange(tx, municipalityId, change);
