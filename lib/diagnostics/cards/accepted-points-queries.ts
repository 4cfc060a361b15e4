import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { readCard } from '@/lib/diagnostics/cards/card-queries';
import { cardsOfSchool } from '@/lib/diagnostics/cards/card-store';

/** A point of an accepted card with its place in the method and what stands behind it. */
export type AcceptedPoint = {
  readonly code: string;
  readonly criterion: string;
  readonly section: string;
  readonly wording: string;
  readonly reason: string;
};

export type AcceptedPoints = {
  readonly cardId: string;
  readonly year: number;
  readonly campaignTitle: string;
  /** In the order of the card. */
  readonly points: readonly AcceptedPoint[];
};

/**
 * The points of a school by its latest card that the centre has accepted, of that school year or an earlier one; null where
 * there is none that the viewer sees. Reads inside an open transaction.
 */
export async function acceptedPoints(
  context: QueryContext,
  schoolId: string,
  year: number,
): Promise<AcceptedPoints | null> {
  const cards = await cardsOfSchool(context.tx, schoolId);
  const card = cards.find((one) => one.accepted && one.year <= year);
  if (!card) return null;
  const { sections } = await readCard(context, card.id);
  const points = sections.flatMap((section) =>
    section.criteria.flatMap((criterion) =>
      criterion.items
        .filter(({ point }) => point === 1)
        .map(({ code, wording, reason, computed, answer }) => ({
          ...{ code, criterion: criterion.code, section: section.code, wording },
          reason: (computed?.value === 'YES' && computed.because) || answer?.comment || reason,
        })),
    ),
  );
  return { cardId: card.id, year: card.year, campaignTitle: card.campaignTitle, points };
}
