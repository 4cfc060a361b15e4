import 'server-only';
import type { CardMove } from '@/lib/diagnostics/cards/card';
import type { CardState } from '@/lib/diagnostics/cards/card-state';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

export type MoveRecord = {
  readonly card: CardState;
  readonly move: CardMove;
  readonly actorId: string;
  readonly reason: string;
  /** A new term for this school, where the move gives one. */
  readonly term?: { readonly dueAt: Date; readonly dueReason: string };
};

/**
 * Moves a locked card along its life cycle, with its event. The trigger of the database refuses what the cycle does not
 * have and copies the answers where a new round starts.
 */
export async function recordMove(tx: Tx, { card, move, actorId, reason, term }: MoveRecord): Promise<void> {
  const at = card.now;
  await tx.card.update({
    where: { id: card.id, municipalityId: card.municipalityId },
    data: {
      status: move.to,
      updatedAt: at,
      ...(move.to === 'SUBMITTED' ? { submittedRevision: card.revision, submittedAt: at } : {}),
      ...(move.to === 'ACCEPTED' ? { acceptedAt: at } : {}),
      ...(move.startsRound ? { revision: card.submittedRevision + 1 } : {}),
      ...term,
    },
    select: { id: true },
  });
  await tx.cardEvent.create({
    data: {
      id: newId(at.getTime()),
      municipalityId: card.municipalityId,
      schoolId: card.schoolId,
      cardId: card.id,
      revision: card.revision,
      from: move.from,
      to: move.to,
      reason,
      actorId,
      at,
    },
    select: { id: true },
  });
}

/** A new term for one school. */
export async function recordTerm(tx: Tx, card: CardState, dueAt: Date, dueReason: string): Promise<void> {
  await tx.card.update({
    where: { id: card.id, municipalityId: card.municipalityId },
    data: { dueAt, dueReason, updatedAt: card.now },
    select: { id: true },
  });
}
