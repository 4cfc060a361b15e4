'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { findCampaign } from '@/lib/diagnostics/campaigns/campaign-store';
import { campaignState } from '@/lib/diagnostics/campaigns/coverage';
import { openCard, saveCard } from '@/lib/diagnostics/cards/answer-store';
import { COMMENT_MAX } from '@/lib/diagnostics/cards/card-contract';
import { assertFillable, schoolFactsOf } from '@/lib/diagnostics/cards/card-state';
import { roundAtWork } from '@/lib/diagnostics/cards/live-card';
import { askAgain } from '@/lib/diagnostics/computed/computation-store';
import { computesAnswers } from '@/lib/diagnostics/computed/computed-answers';
import { computedOfCard } from '@/lib/diagnostics/computed/computed-store';
import { confirmedWrites } from '@/lib/diagnostics/computed/confirm-computed';
import { id, newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { methodOfVersion } from '@/lib/methodology/queries';

/**
 * Asks for the answers of a campaign's cards to be computed anew. It happens by itself after each change of results; by hand it
 * is for a computation that failed. The computing is done by the job that does it always; sent cards never change.
 */
export const computeAnswers = defineAction({
  name: 'card.compute',
  permission: 'campaign.change',
  input: z.strictObject({ campaignId: id }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const campaign = await findCampaign(tx, municipalityId, input.campaignId, true);
    const { method } = await methodOfVersion(tx, campaign.versionId);
    if (!computesAnswers(method)) {
      throw new Refusal('conflict', 'В методике этой кампании нет критериев, которые портал считает сам.');
    }
    if (campaignState(campaign, campaign.now) === 'PLANNED') {
      throw new Refusal('conflict', 'Кампания ещё не открыта: портал ответит сам, когда она откроется.');
    }
    const cards = await askAgain(tx, { municipalityId, campaignId: campaign.id });
    if (cards === 0) throw new Refusal('conflict', 'Считать нечего: все карты уже отправлены.');
    return {
      entity: 'campaign',
      entityId: campaign.id,
      details: { cards },
      message: `Ответы пересчитываются: ${count(cards, ['карта', 'карты', 'карт'])}.`,
    };
  },
});

/** Takes what the portal has computed as the school's own answer: one item, or all that have no answer yet. */
export const confirmComputed = defineAction({
  name: 'answer.confirm',
  permission: 'card.fill',
  input: z.strictObject({ cardId: id, item: z.string().max(32).default('') }),
  run: async ({ viewer, input, tx }) => {
    const key = newId();
    const opened = await openCard(viewer, input.cardId, key, tx);
    if (!opened || opened.card.schoolId !== viewer.schoolId) throw notFound();
    const { card } = opened;
    assertFillable(card, viewer.timeZone);
    const { method } = await methodOfVersion(tx, card.versionId);
    const computed = await computedOfCard(tx, card.id);
    const writes = confirmedWrites(computed, card.answers, input.item || null, COMMENT_MAX);
    if (writes.length === 0) throw new Refusal('conflict', 'Подтверждать нечего: ответы уже совпадают.');
    const now = new Map<string, { value: (typeof writes)[number]['value']; comment: string }>(
      card.answers.map((answer) => [answer.item, answer]),
    );
    for (const write of writes) now.set(write.item, write);
    const at = card.now.toISOString();
    const result = {
      cardId: card.id,
      saved: writes.map(({ item, version }) => ({ item, version, at })),
      conflicts: [],
      refused: [],
    };
    const round = roundAtWork(method, schoolFactsOf(card), now);
    if (!(await saveCard(viewer, { ...opened, writes, round, key, result }, tx))) {
      throw new Error('a card has changed under its lock');
    }
    return {
      entity: 'card',
      entityId: card.id,
      details: { items: writes.length },
      message: `Подтверждено: ${count(writes.length, ['ответ', 'ответа', 'ответов'])}.`,
    };
  },
});
