import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { Rubric, Term } from '@/lib/visits/visit';

/** Kinds of visits, or themes of consultations. */
export type TermSort = 'VISIT' | 'CONSULTATION';

export const termsOf = (tx: Tx, municipalityId: string, sort: TermSort): Promise<readonly Term[]> =>
  tx.visitTerm.findMany({
    where: { municipalityId, sort },
    select: { id: true, name: true, isRetired: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });

export async function findTerm(tx: Tx, municipalityId: string, termId: string) {
  const row = await tx.visitTerm.findUnique({
    where: { id: termId, municipalityId },
    select: { id: true, name: true, isRetired: true, sort: true },
  });
  return row ?? undefined;
}

/** A new entry at the end of its dictionary. */
export async function insertTerm(tx: Tx, municipalityId: string, sort: TermSort, name: string): Promise<string> {
  const id = newId();
  const position = await tx.visitTerm.count({ where: { municipalityId, sort } });
  await tx.visitTerm.createMany({ data: [{ id, municipalityId, sort, name, position: position + 1 }] });
  return id;
}

export async function changeTerm(tx: Tx, termId: string, change: { name: string; isRetired: boolean }): Promise<void> {
  await tx.visitTerm.updateMany({ where: { id: termId }, data: change });
}

export const rubricsOf = (tx: Tx, municipalityId: string): Promise<readonly Rubric[]> =>
  tx.visitRubric.findMany({
    where: { municipalityId },
    select: { id: true, name: true, lines: true, isRetired: true },
    orderBy: [{ isRetired: 'asc' }, { name: 'asc' }],
  });

export async function insertRubric(
  tx: Tx,
  municipalityId: string,
  { name, lines }: Pick<Rubric, 'name' | 'lines'>,
): Promise<string> {
  const id = newId();
  await tx.visitRubric.createMany({ data: [{ id, municipalityId, name, lines: [...lines] }] });
  return id;
}

export async function changeRubric(tx: Tx, { id, name, lines, isRetired }: Rubric): Promise<void> {
  await tx.visitRubric.updateMany({ where: { id }, data: { name, lines: [...lines], isRetired } });
}
