import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { readCard } from '@/lib/diagnostics/cards/card-queries';
import { cardsOfSchool, type MyCard } from '@/lib/diagnostics/cards/card-store';
import { verdictWords } from '@/lib/methodology/method-words';
import { methodOfVersion } from '@/lib/methodology/queries';

/** A point of the card with what stands behind it: the portal's reason with its numbers, else the school's words. */
export type StandingPoint = { readonly code: string; readonly wording: string; readonly reason: string };

/** What the diagnosis says of a school: its latest outcome that the viewer may see, and the years before it. */
export type SchoolStanding = {
  readonly latest:
    | (Pick<MyCard, 'id' | 'year' | 'campaignTitle' | 'accepted' | 'decision'> & {
        readonly sum: number;
        readonly max: number;
        readonly verdict: string;
        /** In the order of the card. Empty where the viewer sees the outcome and not the answers. */
        readonly points: readonly StandingPoint[];
      })
    | null;
  /** Newest first, the latest among them. */
  readonly years: readonly {
    readonly year: number;
    readonly sum: number;
    readonly max: number;
    readonly isListed: boolean;
  }[];
};

/** Reads it inside an open transaction; row-level security decides which cards and outcomes there are. */
export async function schoolStanding(context: QueryContext, schoolId: string): Promise<SchoolStanding> {
  const cards = await cardsOfSchool(context.tx, schoolId);
  const assessed = cards.flatMap((card) =>
    card.sum === null || card.max === null || card.verdict === null
      ? []
      : [{ ...card, sum: card.sum, max: card.max, verdict: card.verdict }],
  );
  const years = assessed.map(({ year, sum, max, decision }) => ({ year, sum, max, isListed: decision === 'INCLUDE' }));
  const [card] = assessed;
  if (!card) return { latest: null, years };
  const { method } = await methodOfVersion(context.tx, card.versionId);
  const { sections } = await readCard(context, card.id);
  const points = sections
    .flatMap(({ criteria }) => criteria.flatMap(({ items }) => items))
    .filter(({ point }) => point === 1)
    .map(({ code, wording, computed, answer }) => ({
      ...{ code, wording },
      reason: (computed?.value === 'YES' && computed.because) || answer?.comment || '',
    }));
  const { id, year, campaignTitle, accepted, decision, sum, max } = card;
  const verdict = verdictWords(method, card.verdict, card.borderline ?? false);
  return { latest: { id, year, campaignTitle, accepted, decision, sum, max, verdict, points }, years };
}
