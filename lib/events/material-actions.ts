'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { assertRoomForMaterial } from '@/lib/events/add-material-file';
import { MATERIAL_KINDS } from '@/lib/events/event';
import { webAddress } from '@/lib/events/event-input';
import { findMaterial, insertMaterial, leaveOutMaterial } from '@/lib/events/material-store';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';

/** A link to what is kept of an event: a recording, a folder of photographs. */
export const addMaterialLink = defineAction({
  name: 'event.material-add',
  permission: 'event.change',
  input: z.strictObject({
    eventId: id,
    materialKind: z.enum(MATERIAL_KINDS, 'Выберите, что это'),
    url: webAddress,
    title: z.string().trim().max(200, 'Не длиннее 200 знаков').default(''),
  }),
  run: async ({ viewer, input, tx }) => {
    const event = await assertRoomForMaterial(tx, ownMunicipality(viewer), input.eventId);
    const title = input.title || new URL(input.url).hostname;
    const { materialKind: kind, url } = input;
    const entityId = await insertMaterial(tx, event, { kind, title, url, addedById: viewer.userId });
    return {
      entity: 'event_material',
      entityId,
      details: { event: event.id, kind: 'link' },
      message: 'Ссылка добавлена.',
    };
  },
});

export const removeMaterial = defineAction({
  name: 'event.material-remove',
  permission: 'event.change',
  input: z.strictObject({ materialId: id }),
  run: async ({ viewer, input, tx }) => {
    const material = await findMaterial(tx, ownMunicipality(viewer), input.materialId);
    if (!material) throw notFound();
    if (!(await leaveOutMaterial(tx, material.id))) {
      throw new Refusal('conflict', 'Материал уже убрали. Обновите страницу.');
    }
    const details = { event: material.eventId };
    return { entity: 'event_material', entityId: material.id, details, message: 'Материал убран.' };
  },
});
