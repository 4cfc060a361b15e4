'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { changedMeanwhile, remedyCells, version } from '@/lib/recommendations/action-input';
import {
  copyStarters,
  findRemedy,
  insertRemedy,
  insertVersion,
  setArchived,
} from '@/lib/recommendations/catalogue-store';
import { REMEDY_FORMS } from '@/lib/recommendations/words';

const detailsOf = ({ item, measure }: { readonly item: string; readonly measure: string }) => ({
  item,
  name: measure.slice(0, 100),
});

async function ownRemedy({ viewer, tx }: QueryContext, remedyId: string) {
  const remedy = await findRemedy(tx, ownMunicipality(viewer), remedyId, true);
  if (!remedy) throw notFound();
  return remedy;
}

/** A new measure of the centre's catalogue. */
export const addRemedy = defineAction({
  name: 'remedy.add',
  permission: 'recommendation.change',
  input: z.strictObject(remedyCells),
  run: async ({ viewer, input, tx }) => {
    const entityId = await insertRemedy(tx, ownMunicipality(viewer), input, viewer.userId);
    return {
      entity: 'remedy',
      entityId,
      details: detailsOf(input),
      message: 'Мера добавлена в каталог.',
      to: links.remedy(entityId),
    };
  },
});

/** An edit adds a version: what was sent by the earlier ones keeps its words. */
export const editRemedy = defineAction({
  name: 'remedy.edit',
  permission: 'recommendation.change',
  input: z.strictObject({ remedyId: id, version, ...remedyCells }),
  run: async ({ viewer, input, tx }) => {
    const { remedyId, version: seen, ...cells } = input;
    const remedy = await ownRemedy({ viewer, tx }, remedyId);
    if (remedy.archivedAt) throw new Refusal('closed', 'Мера в архиве. Верните её в каталог и правьте.');
    const place = { id: remedyId, version: seen };
    if (!(await insertVersion(tx, ownMunicipality(viewer), place, cells, viewer.userId))) throw changedMeanwhile();
    return {
      entity: 'remedy',
      entityId: remedyId,
      details: { ...detailsOf(cells), number: seen + 1 },
      message: `Сохранено как версия ${seen + 1}.`,
      to: links.remedy(remedyId),
    };
  },
});

/** Not proposed any more; recommendations made from it stay. */
export const archiveRemedy = defineAction({
  name: 'remedy.archive',
  permission: 'recommendation.change',
  input: z.strictObject({ remedyId: id }),
  run: async ({ viewer, input, tx }) => {
    const remedy = await ownRemedy({ viewer, tx }, input.remedyId);
    if (!(await setArchived(tx, remedy.id, true))) throw new Refusal('conflict', 'Мера уже в архиве.');
    return {
      ...{ entity: 'remedy', entityId: remedy.id, details: detailsOf(remedy) },
      ...{ message: 'Мера перенесена в архив.', to: links.remedy(remedy.id) },
    };
  },
});

export const restoreRemedy = defineAction({
  name: 'remedy.restore',
  permission: 'recommendation.change',
  input: z.strictObject({ remedyId: id }),
  run: async ({ viewer, input, tx }) => {
    const remedy = await ownRemedy({ viewer, tx }, input.remedyId);
    if (!(await setArchived(tx, remedy.id, false))) throw new Refusal('conflict', 'Мера уже в каталоге.');
    return {
      ...{ entity: 'remedy', entityId: remedy.id, details: detailsOf(remedy) },
      ...{ message: 'Мера снова в каталоге.', to: links.remedy(remedy.id) },
    };
  },
});

/** Takes over the starting catalogue of the portal: what was taken over before is left as the centre has made it. */
export const copyStarter = defineAction({
  name: 'remedy.copy-starter',
  permission: 'recommendation.change',
  input: z.strictObject({}),
  run: async ({ viewer, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const added = await copyStarters(tx, municipalityId, viewer.userId);
    if (added === 0) throw new Refusal('conflict', 'Начальный каталог уже скопирован целиком.');
    return {
      entity: 'municipality',
      entityId: municipalityId,
      details: { added },
      message: `В каталог скопировано: ${count(added, REMEDY_FORMS)}. Поправьте слова под свой муниципалитет.`,
      to: links.remedies(),
    };
  },
});
