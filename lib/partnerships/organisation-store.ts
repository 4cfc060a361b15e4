import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Organisation } from '@/lib/partnerships/partnership';
import type { Tx } from '@/lib/platform/prisma';

const SELECT = {
  ...{ id: true, kind: true, name: true, phone: true, email: true, site: true, address: true, offers: true },
  ...{ isRetired: true, version: true },
} as const;

/** The directory of outside partners in the order of names. */
export const organisationsOf = (tx: Tx, municipalityId: string): Promise<readonly Organisation[]> =>
  tx.partnerOrganisation.findMany({
    where: { municipalityId },
    select: SELECT,
    orderBy: [{ isRetired: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });

export async function findOrganisation(
  tx: Tx,
  municipalityId: string,
  organisationId: string,
): Promise<Organisation | undefined> {
  const row = await tx.partnerOrganisation.findUnique({
    where: { id: organisationId, municipalityId },
    select: SELECT,
  });
  return row ?? undefined;
}

type Draft = Omit<Organisation, 'id' | 'version'>;

export async function insertOrganisation(
  tx: Tx,
  municipalityId: string,
  draft: Draft,
  createdById: string,
): Promise<string> {
  const id = newId();
  await tx.partnerOrganisation.createMany({ data: [{ ...draft, id, municipalityId, createdById }] });
  return id;
}

/** False: it is no longer what was seen, nothing is written. */
export async function updateOrganisation(
  tx: Tx,
  { id, version }: Pick<Organisation, 'id' | 'version'>,
  draft: Draft,
): Promise<boolean> {
  const { count } = await tx.partnerOrganisation.updateMany({
    where: { id, version },
    data: { ...draft, version: version + 1 },
  });
  return count === 1;
}
