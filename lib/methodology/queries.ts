import 'server-only';
import { notFound } from '@/lib/kernel/refusal';
import { type LoadedMethod, loadMethod } from '@/lib/methodology/store';
import type { Tx } from '@/lib/platform/prisma';

/**
 * The method of a version, for the queries and actions of other contexts, inside their own transaction. The id comes from
 * a row that the viewer's scope has shown (a campaign, a list), never straight from a request.
 */
export async function methodOfVersion(tx: Tx, versionId: string): Promise<LoadedMethod> {
  const loaded = await loadMethod(tx, versionId);
  if (!loaded) throw notFound();
  return loaded;
}
