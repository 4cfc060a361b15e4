import 'server-only';
import { putEntries } from '@/lib/diagnostics/lists/entry-store';
import type { ListStatus, ProposedEntry } from '@/lib/diagnostics/lists/list';
import { newId } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';

export type OfCampaign = { readonly id: string; readonly municipalityId: string; readonly generation: number };

export type SchoolList = {
  readonly id: string;
  readonly municipalityId: string;
  readonly campaignId: string;
  readonly number: number;
  readonly status: ListStatus;
  readonly orderNumber: string;
  /** ISO date of the order. */
  readonly orderDate: string | null;
  readonly orderTitle: string;
  /** Why an earlier list of this campaign is amended. */
  readonly reason: string;
  readonly returnReason: string;
  readonly version: number;
  readonly proposedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly included: number;
  readonly supported: number;
};

/** The lists of a campaign, the newest number first. */
export async function listsOf(tx: Tx, campaign: OfCampaign): Promise<readonly SchoolList[]> {
  return tx.$queryRaw<SchoolList[]>`
    SELECT l.id::text, l.municipality_id::text AS "municipalityId", l.campaign_id::text AS "campaignId", l.number,
      l.status::text, l.order_number AS "orderNumber", to_char(l.order_date, 'YYYY-MM-DD') AS "orderDate",
      l.order_title AS "orderTitle", l.reason, l.return_reason AS "returnReason", l.version,
      l.proposed_at AS "proposedAt", l.approved_at AS "approvedAt",
      count(e.school_id) FILTER (WHERE e.decision = 'INCLUDE')::int AS included,
      count(e.school_id) FILTER (WHERE e.decision = 'SUPPORT')::int AS supported
    FROM approved_list l LEFT JOIN list_entry e ON e.list_id = l.id
    WHERE l.campaign_id = ${campaign.id}::uuid AND l.municipality_id = ${campaign.municipalityId}::uuid
    GROUP BY l.id ORDER BY l.number DESC`;
}

/** The newest list of a campaign, locked until the transaction ends: every change of a list begins with this. */
export async function lockLatestList(tx: Tx, campaign: OfCampaign): Promise<SchoolList | undefined> {
  await tx.$queryRaw`SELECT 1 AS locked FROM approved_list
    WHERE campaign_id = ${campaign.id}::uuid AND municipality_id = ${campaign.municipalityId}::uuid FOR UPDATE`;
  return (await listsOf(tx, campaign))[0];
}

/** Begins a list as the centre's draft. */
export async function insertList(
  tx: Tx,
  campaign: OfCampaign,
  list: { readonly number: number; readonly reason: string },
  entries: readonly ProposedEntry[],
): Promise<string> {
  const id = newId();
  await tx.approvedList.create({
    data: { id, municipalityId: campaign.municipalityId, campaignId: campaign.id, ...list },
  });
  await putEntries(tx, { id, municipalityId: campaign.municipalityId }, entries);
  return id;
}

type Move =
  | { readonly status: 'PROPOSED'; readonly proposedById: string }
  | { readonly status: 'DRAFT'; readonly returnReason: string }
  | {
      readonly status: 'APPROVED';
      readonly approvedById: string;
      readonly orderNumber: string;
      readonly orderDate: Date;
      readonly orderTitle: string;
    };

/** Moves the list that was seen to its next state, at the database's moment. */
export async function moveList(
  tx: Tx,
  seen: { readonly id: string; readonly municipalityId: string; readonly version: number; readonly now: Date },
  move: Move,
): Promise<void> {
  const at =
    move.status === 'PROPOSED'
      ? { proposedAt: seen.now, returnReason: '' }
      : move.status === 'APPROVED'
        ? { approvedAt: seen.now }
        : {};
  const { count } = await tx.approvedList.updateMany({
    where: { id: seen.id, municipalityId: seen.municipalityId, version: seen.version },
    data: { ...move, ...at, version: { increment: 1 } },
  });
  if (count !== 1) throw staleList();
}

export const staleList = () =>
  new Refusal(
    'conflict',
    'Пока страница была открыта, список изменил кто-то другой. Обновите страницу и повторите: введённое осталось на экране.',
  );

/** Closes the accepted cards that an approved list stands on, each with its event. Gives how many were closed. */
export async function closeListedCards(
  tx: Tx,
  list: { readonly id: string; readonly municipalityId: string },
  by: { readonly actorId: string; readonly reason: string; readonly now: Date },
): Promise<number> {
  const cards = await tx.$queryRaw<{ id: string; schoolId: string; revision: number }[]>`
    SELECT k.id::text, k.school_id::text AS "schoolId", k.revision
    FROM card k JOIN assessment a ON a.card_id = k.id JOIN list_entry e ON e.assessment_id = a.id
    WHERE e.list_id = ${list.id}::uuid AND k.municipality_id = ${list.municipalityId}::uuid AND k.status = 'ACCEPTED'
    ORDER BY k.id FOR UPDATE OF k`;
  const { count } = await tx.card.updateMany({
    where: { id: { in: cards.map((card) => card.id) }, municipalityId: list.municipalityId, status: 'ACCEPTED' },
    data: { status: 'CLOSED', closedAt: by.now, updatedAt: by.now },
  });
  await tx.cardEvent.createMany({
    data: cards.map((card) => ({
      id: newId(),
      municipalityId: list.municipalityId,
      schoolId: card.schoolId,
      cardId: card.id,
      revision: card.revision,
      from: 'ACCEPTED',
      to: 'CLOSED',
      reason: by.reason,
      actorId: by.actorId,
      at: by.now,
    })),
  });
  return count;
}
