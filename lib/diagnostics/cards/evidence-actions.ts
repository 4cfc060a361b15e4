'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { assertRoomForEvidence } from '@/lib/diagnostics/cards/add-file';
import { assertFillable } from '@/lib/diagnostics/cards/card-state';
import { lockedCardOf } from '@/lib/diagnostics/cards/carry-card';
import { findEvidence, insertEvidence, leaveOutEvidence } from '@/lib/diagnostics/cards/evidence-store';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';

/** Only an address to follow; the portal itself never fetches it. */
const url = z
  .string()
  .trim()
  .max(2000, 'Слишком длинный адрес')
  .pipe(
    z.url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: 'Укажите адрес, который начинается с https:// или http://',
    }),
  );

/** A link that proves an answer. */
export const addLink = defineAction({
  name: 'evidence.add',
  permission: 'card.fill',
  input: z.strictObject({
    cardId: id,
    item: z.string().min(1).max(32),
    url,
    title: z.string().trim().max(200, 'Не длиннее 200 знаков').default(''),
  }),
  run: async ({ viewer, input, tx }) => {
    const card = await lockedCardOf({ viewer, tx }, input.cardId);
    assertFillable(card, viewer.timeZone);
    await assertRoomForEvidence(tx, card, input.item);
    const entityId = await insertEvidence(tx, {
      card,
      item: input.item,
      title: input.title || new URL(input.url).hostname,
      url: input.url,
      addedById: viewer.userId,
    });
    return {
      entity: 'evidence',
      entityId,
      details: { card: card.id, item: input.item, kind: 'link' },
      message: 'Ссылка добавлена.',
    };
  },
});

/** Leaves a proof out of the round in work; what was submitted with it keeps it. */
export const removeEvidence = defineAction({
  name: 'evidence.remove',
  permission: 'card.fill',
  input: z.strictObject({ evidenceId: id }),
  run: async ({ viewer, input, tx }) => {
    const proof = await findEvidence(tx, input.evidenceId);
    if (!proof) throw notFound();
    const card = await lockedCardOf({ viewer, tx }, proof.cardId);
    assertFillable(card, viewer.timeZone);
    if (!(await leaveOutEvidence(tx, proof.id, card.revision))) {
      throw new Refusal('conflict', 'Подтверждение уже убрали. Обновите страницу.');
    }
    return {
      entity: 'evidence',
      entityId: proof.id,
      details: { card: card.id, item: proof.item },
      message: 'Подтверждение убрано.',
    };
  },
});
