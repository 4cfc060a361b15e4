import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { keepsAssociation } from '@/lib/development/association';
import { associationOfMinutes } from '@/lib/development/association-store';
import { findPackage } from '@/lib/development/course-store';
import { countPapers, type PaperOwner } from '@/lib/development/paper-store';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';

const PAPERS_MAX = 30;

/** What a form names: exactly one of both. */
export function ownerOfPaper({ packageId, minutesId }: { packageId: string; minutesId: string }): PaperOwner {
  if ((packageId === '') === (minutesId === '')) throw notFound();
  return packageId === '' ? { minutesId } : { packageId };
}

/** The same, where the viewer keeps it: a package is the centre's, minutes are of whoever keeps the association. */
export async function ownPapers({ viewer, tx }: QueryContext, of: PaperOwner): Promise<PaperOwner> {
  const municipalityId = ownMunicipality(viewer);
  if ('packageId' in of) {
    if (viewer.role !== 'CENTRE' || !(await findPackage(tx, municipalityId, of.packageId))) throw notFound();
    return of;
  }
  const association = await associationOfMinutes(tx, municipalityId, of.minutesId);
  if (!association || !keepsAssociation(viewer, association)) throw notFound();
  return of;
}

export async function assertPaperRoom(tx: Tx, of: PaperOwner): Promise<void> {
  if ((await countPapers(tx, of)) >= PAPERS_MAX)
    throw new Refusal('too-many', `Не больше ${PAPERS_MAX} файлов и ссылок.`);
}
