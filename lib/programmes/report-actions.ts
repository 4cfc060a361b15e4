'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { day } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { changedMeanwhile, seen, words } from '@/lib/programmes/action-input';
import { insertFact } from '@/lib/programmes/fact-store';
import { yearsOf } from '@/lib/programmes/programme';
import { mayReport } from '@/lib/programmes/programme-moves';
import { findProgramme, roadmapsFor, updateProgramme } from '@/lib/programmes/programme-store';
import { STAGE_STATES } from '@/lib/programmes/words';

/** «45», «12,5»; presence is 1 or 0. */
const value = z
  .string()
  .trim()
  .regex(/^-?\d{1,6}([.,]\d{1,2})?$/, 'Число, например 45 или 12,5')
  .transform((text) => Number(text.replace(',', '.')));

/** What an indicator came to in a year, with where it is from; an earlier value of the year stays behind it. */
export const recordFact = defineAction({
  name: 'programme.fact',
  permission: 'programme.change',
  input: z.strictObject({
    programmeId: id,
    indicator: z.string().min(1, 'Выберите показатель').max(40),
    factYear: z.coerce.number('Выберите год').int(),
    value,
    source: z.string().trim().min(1, 'Напишите, откуда число').max(500, 'Не длиннее 500 знаков'),
    datedOn: day,
    note: words,
  }),
  run: async ({ viewer, input: { programmeId, factYear: year, ...fact }, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const programme = await findProgramme(tx, municipalityId, programmeId, true);
    if (!programme || !mayReport(viewer.role, programme)) throw notFound();
    const of = programme.content.indicators.find(({ key }) => key === fact.indicator);
    if (!of || !yearsOf(programme).includes(year)) throw notFound();
    if (of.unit === 'PERCENT' && (fact.value < 0 || fact.value > 100))
      throw new Refusal('invalid', 'Доля – от 0 до 100.', { value: 'Доля – от 0 до 100' });
    if (of.unit === 'PRESENCE' && fact.value !== 0 && fact.value !== 1)
      throw new Refusal('invalid', 'Запишите 1, если есть, и 0, если нет.', { value: '1 – есть, 0 – нет' });
    await insertFact(tx, { ...fact, year, municipalityId, rootId: programme.rootId, authorId: viewer.userId });
    return {
      ...{ entity: 'programme', entityId: programme.id },
      details: { name: programme.title, indicator: of.number, year, value: fact.value },
      ...{ message: `Показатель ${of.number}: факт ${year} года записан.`, to: links.programme(programme.id) },
    };
  },
});

/** How far a stage is, and what to say of it. */
export const reportStage = defineAction({
  name: 'programme.stage',
  permission: 'programme.change',
  input: z.strictObject({
    ...seen,
    stageKey: z.string().min(1).max(40),
    stageState: z.enum(STAGE_STATES, 'Выберите состояние'),
    report: words,
  }),
  run: async ({ viewer, input: { programmeId, version, stageKey, stageState: state, report }, tx }) => {
    const programme = await findProgramme(tx, ownMunicipality(viewer), programmeId, true);
    if (!programme || !mayReport(viewer.role, programme)) throw notFound();
    const stage = programme.content.stages.find(({ key }) => key === stageKey);
    if (!stage) throw notFound();
    if (state === 'DONE' && report === '')
      throw new Refusal('invalid', 'Завершённый этап – с отчётом.', { report: 'Напишите, что сделано' });
    const progress = { ...programme.progress, [stageKey]: { state, report } };
    if (!(await updateProgramme(tx, { id: programmeId, version }, { progress }))) throw changedMeanwhile();
    return {
      ...{ entity: 'programme', entityId: programme.id, details: { name: programme.title, stage: stage.title } },
      ...{ message: `Этап «${stage.title}»: записано.`, to: links.programme(programme.id) },
    };
  },
});

/** The roadmap whose rows carry the programme out; none where nothing is chosen. */
export const linkRoadmap = defineAction({
  name: 'programme.link',
  permission: 'programme.create',
  input: z.strictObject({ ...seen, roadmapId: z.union([id, z.literal('')], 'Выберите дорожную карту') }),
  run: async ({ viewer, input: { programmeId, version, roadmapId }, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const programme = await findProgramme(tx, municipalityId, programmeId, true);
    if (!programme) throw notFound();
    if (programme.state === 'ARCHIVED') throw new Refusal('closed', 'Программа в архиве и не меняется.');
    const offered = await roadmapsFor(tx, municipalityId, programme.schoolId);
    if (roadmapId !== '' && !offered.some((one) => one.id === roadmapId)) throw notFound();
    if (!(await updateProgramme(tx, { id: programmeId, version }, { roadmapId: roadmapId || null })))
      throw changedMeanwhile();
    return {
      ...{ entity: 'programme', entityId: programme.id, details: { name: programme.title } },
      ...{ message: roadmapId ? 'Дорожная карта привязана.' : 'Связь убрана.', to: links.programme(programme.id) },
    };
  },
});
