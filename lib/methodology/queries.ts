import 'server-only';
import { type LoadedMethod, loadMethod } from '@/lib/methodology/store';
import { notFound } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';

/** The method of a version, for the queries and actions of other contexts, inside their own transaction. */
export async function methodOfVersion(tx: Tx, versionId: string): Promise<LoadedMethod> {
  const loaded = await loadMethod(tx, versionId);
  if (!loaded) throw notFound();
  return loaded;
}
