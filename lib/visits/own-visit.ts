import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Visit } from '@/lib/visits/visit';
import { findVisit } from '@/lib/visits/visit-store';

/** A visit that the viewer wrote himself; to anybody else who sees it, it is closed. */
export async function writtenVisit({ viewer, tx }: QueryContext, visitId: string): Promise<Visit> {
  const visit = await findVisit(tx, ownMunicipality(viewer), visitId);
  if (!visit) throw notFound();
  if (visit.authorId !== viewer.userId) throw new Refusal('closed', 'Запись о визите меняет тот, кто её составил.');
  return visit;
}

/** What the school has read stays as it was. */
export function assertUnpublished({ publishedAt }: Pick<Visit, 'publishedAt'>): void {
  if (publishedAt !== null)
    throw new Refusal(
      'closed',
      'Школа уже прочла эту запись, и она сохраняется как есть. Новое запишите новым визитом.',
    );
}
