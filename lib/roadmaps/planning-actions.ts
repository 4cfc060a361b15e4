'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { readRecommendation } from '@/lib/recommendations/recommendation-queries';
import { nextNumber } from '@/lib/roadmaps/next-number';
import { assertChangeable } from '@/lib/roadmaps/own-row';
import { isPlannable, rowOfWords } from '@/lib/roadmaps/planned-recommendation';
import { calendarOf } from '@/lib/roadmaps/roadmap';
import { findRoadmap, insertRows, rowOfRecommendation, rowsOf, touchRoadmap } from '@/lib/roadmaps/roadmap-store';
import { dueOfRow } from '@/lib/roadmaps/row-due';

/** A recommendation becomes a row at the end of a plan of its school, once; the row keeps the criterion. */
export const planRecommendation = defineAction({
  name: 'roadmap.plan-recommendation',
  permission: 'roadmap.change',
  input: z.strictObject({ recommendationId: id, roadmapId: z.uuid('Выберите дорожную карту') }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const recommendation = await readRecommendation(context, input.recommendationId);
    if (!isPlannable(recommendation.state))
      throw new Refusal('conflict', 'В план переносят отправленную рекомендацию, которая ещё не выполнена.');
    const roadmap = await findRoadmap(tx, municipalityId, input.roadmapId, true);
    if (!roadmap || roadmap.schoolId !== recommendation.schoolId) throw notFound();
    assertChangeable(roadmap);
    if (await rowOfRecommendation(tx, municipalityId, recommendation.id))
      throw new Refusal('conflict', 'Эта рекомендация уже стоит строкой в дорожной карте. Обновите страницу.');
    const rows = await rowsOf(tx, roadmap.id);
    const words = rowOfWords(recommendation, nextNumber(rows));
    const row = { ...words, ...dueOfRow(words, calendarOf(roadmap)), recommendationId: recommendation.id };
    const owner = { id: roadmap.id, municipalityId, schoolId: roadmap.schoolId };
    const [rowId = ''] = await insertRows(tx, owner, [row], viewer.userId, (rows.at(-1)?.position ?? -1) + 1);
    await touchRoadmap(tx, roadmap.id);
    return {
      entity: 'roadmap',
      entityId: roadmap.id,
      details: { number: row.number, name: row.measure.slice(0, 100) },
      message: 'Рекомендация стала строкой дорожной карты.',
      to: links.roadmapRow(roadmap.id, rowId),
    };
  },
});
