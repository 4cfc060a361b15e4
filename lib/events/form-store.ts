import 'server-only';
import type { EventForm } from '@/lib/events/event';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

const SELECT = { id: true, name: true, normMin: true, normMax: true, isRetired: true } as const;

/** The municipality's dictionary in its order. */
export const formsOf = (tx: Tx, municipalityId: string): Promise<readonly EventForm[]> =>
  tx.eventForm.findMany({ where: { municipalityId }, select: SELECT, orderBy: [{ position: 'asc' }, { name: 'asc' }] });

export async function findForm(tx: Tx, municipalityId: string, formId: string): Promise<EventForm | undefined> {
  const row = await tx.eventForm.findUnique({ where: { id: formId, municipalityId }, select: SELECT });
  return row ?? undefined;
}

type FormDraft = Pick<EventForm, 'name' | 'normMin' | 'normMax'>;

/** A new form at the end of the dictionary. */
export async function insertForm(tx: Tx, municipalityId: string, draft: FormDraft): Promise<string> {
  const id = newId();
  const position = await tx.eventForm.count({ where: { municipalityId } });
  await tx.eventForm.create({ data: { ...draft, id, municipalityId, position: position + 1 }, select: { id: true } });
  return id;
}

export async function changeForm(tx: Tx, formId: string, draft: FormDraft & { isRetired: boolean }): Promise<void> {
  await tx.eventForm.update({ where: { id: formId }, data: draft, select: { id: true } });
}
