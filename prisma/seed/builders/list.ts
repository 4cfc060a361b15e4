import { newId } from '../../../lib/kernel/ids';
import type { ListDecision } from '../../generated/enums';
import type { Owner } from './owner-client';

export type EntryDraft = {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly assessmentId: string;
  readonly verdict: string;
  readonly decision: ListDecision;
  readonly reason?: string;
};

export type ListDraft = {
  readonly municipalityId: string;
  readonly campaignId: string;
  readonly entries: readonly EntryDraft[];
  readonly orderNumber: string;
  readonly orderDate: Date;
  readonly orderTitle: string;
  readonly proposedById: string;
  readonly approvedById: string;
};

/** An approved list: prepared, handed over and approved by order on the date of the order. */
export async function buildApprovedList(owner: Owner, draft: ListDraft): Promise<string> {
  const { entries, proposedById, approvedById, orderNumber, orderDate, orderTitle, municipalityId, campaignId } = draft;
  const listId = newId();
  await owner.approvedList.create({ data: { id: listId, municipalityId, campaignId } });
  await owner.listEntry.createMany({
    data: entries.map((entry) => ({ ...entry, municipalityId, listId, reason: entry.reason ?? '' })),
  });
  await owner.approvedList.update({
    where: { id: listId },
    data: { status: 'PROPOSED', proposedById, proposedAt: orderDate },
  });
  await owner.approvedList.update({
    where: { id: listId },
    data: { status: 'APPROVED', approvedById, approvedAt: orderDate, orderNumber, orderDate, orderTitle },
  });
  return listId;
}
