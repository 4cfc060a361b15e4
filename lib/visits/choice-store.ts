import 'server-only';
import type { Scope, Tx } from '@/lib/platform/prisma';

/** The open schools that the viewer may write about, by name: of a curator the assigned ones, as row-level security says. */
export async function schoolChoices(
  tx: Tx,
  { municipalityId }: Pick<Scope, 'municipalityId'>,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT s.id::text, s.short_name AS name FROM school s
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL ORDER BY s.short_name, s.id`;
}
