import 'server-only';
import type { KnownSchool } from '@/lib/objectivity/evidence';
import type { Tx } from '@/lib/platform/prisma';

const PROFILES = ['GYMNASIUM', 'LYCEUM'];

/** Working schools of the municipality in alphabetical order. A лицей or гимназия is a profile school. */
export async function knownSchools(tx: Tx, municipalityId: string): Promise<KnownSchool[]> {
  const rows = await tx.school.findMany({
    where: { municipalityId, closedAt: null },
    select: { id: true, shortName: true, kind: true },
    orderBy: [{ shortName: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, shortName, kind }) => ({ id, name: shortName, isProfile: PROFILES.includes(kind) }));
}
