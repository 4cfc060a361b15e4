import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { isSchoolRole } from '@/lib/access/role';
import type { CardHead, CardItem, CardPage } from '@/lib/diagnostics/cards/card-page';
import { cardOf, readCard } from '@/lib/diagnostics/cards/card-queries';
import type { CardRow } from '@/lib/diagnostics/cards/card-store';
import { roundShown, viewFor } from '@/lib/diagnostics/cards/card-view';
import {
  type AnswerEntry,
  answersByRound,
  type CardEventRow,
  changesOf,
  eventsOf,
} from '@/lib/diagnostics/cards/history-store';
import { type CardSteps, cardSteps } from '@/lib/diagnostics/computed/card-steps';
import { notFound } from '@/lib/kernel/refusal';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { methodOfVersion } from '@/lib/methodology/queries';

export type ItemHistory = {
  readonly code: string;
  readonly wording: string;
  readonly entries: readonly Omit<AnswerEntry, 'item'>[];
};

export type CardHistory = {
  readonly head: CardHead;
  readonly events: readonly CardEventRow[];
  /** In the order of the card; items that were never answered are left out. */
  readonly items: readonly ItemHistory[];
};

/**
 * What happened to a card. The school sees each change of each answer; the centre and, once it may, the department see
 * what the submitted rounds said, with author and time. Reasons of moves are for those who see answers.
 */
export const cardHistory = defineQuery('card.read', async ({ viewer, tx }, cardId: string): Promise<CardHistory> => {
  const card = await cardOf({ viewer, tx }, cardId);
  const { versionId, held: _held, ...head } = card;
  const isShown = roundShown(card, viewer.role) !== null;
  const events = (await eventsOf(tx, card.id)).map((event) => (isShown ? event : { ...event, reason: '' }));
  const entries = await entriesOf({ viewer, tx }, card, null);
  const { method } = await methodOfVersion(tx, versionId);
  const items = compileMethod(method).items.flatMap((item): ItemHistory[] => {
    const own = entries.filter((entry) => entry.item === item.code);
    return own.length === 0 ? [] : [{ code: item.code, wording: item.wording, entries: own.map(withoutItem) }];
  });
  return { head, events, items };
});

export type CardItemPage = {
  readonly page: Pick<CardPage, 'head' | 'view' | 'canFill' | 'closedBecause' | 'method' | 'round'>;
  readonly item: CardItem;
  readonly section: { readonly code: string; readonly title: string };
  readonly history: ItemHistory['entries'];
};

/** One answer with everything about it: proofs, remarks, history. */
export const cardItemPage = defineQuery(
  'card.read',
  async ({ viewer, tx }, cardId: string, code: string): Promise<CardItemPage> => {
    const page = await readCard({ viewer, tx }, cardId);
    for (const section of page.sections) {
      const item = section.criteria.flatMap((criterion) => criterion.items).find((one) => one.code === code);
      if (!item) continue;
      const card = await cardOf({ viewer, tx }, cardId);
      const { head, view, canFill, closedBecause, method, round } = page;
      return {
        page: { head, view, canFill, closedBecause, method, round },
        item,
        section: { code: section.code, title: section.title },
        history: (await entriesOf({ viewer, tx }, card, code)).map(withoutItem),
      };
    }
    throw notFound();
  },
);

export type CardStepsPage = { readonly head: CardHead; readonly steps: CardSteps };

/** How near each computed answer of a card is to another one; for whoever sees the answers whole. */
export const cardStepsPage = defineQuery('card.read', async (context, cardId: string): Promise<CardStepsPage> => {
  const { head, view, sections } = await readCard(context, cardId);
  if (sections.length === 0 || (view !== 'ALL' && view !== 'SUBMITTED')) throw notFound();
  return { head, steps: cardSteps(sections.flatMap(({ criteria }) => criteria.flatMap(({ items }) => items))) };
});

const withoutItem = ({ item: _item, ...entry }: AnswerEntry) => entry;

async function entriesOf({ viewer, tx }: QueryContext, card: CardRow, item: string | null) {
  if (roundShown(card, viewer.role) === null) return [];
  if (isSchoolRole(viewer.role)) return changesOf(tx, card.id, item);
  const entries = await answersByRound(tx, card.id, card.submittedRevision, item);
  const isWhole = viewFor(card.status, viewer.role) !== 'OUTCOME';
  return isWhole ? entries : entries.map((entry) => ({ ...entry, comment: '' }));
}
