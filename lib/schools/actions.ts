'use server';

import { defineAction } from '@/lib/access/define-action';
import type { Viewer } from '@/lib/access/viewer';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import type { Tx } from '@/lib/platform/prisma';
import { editedNow } from '@/lib/schools/edited-now';
import { putYear } from '@/lib/schools/history-store';
import { editSchoolInput, newSchoolInput, yearInput } from '@/lib/schools/school-input';
import { addSchool, changeSchool, lockSchool, saveSchool, schoolByCode } from '@/lib/schools/store';

async function refuseTakenCode(tx: Tx, viewer: Viewer, code: string, ownId?: string): Promise<void> {
  const bearer = await schoolByCode(tx, viewer, code);
  if (bearer && bearer.id !== ownId) {
    throw new Refusal('invalid', 'Такой код уже есть в реестре.', {
      code: `Код ${code} уже у школы «${bearer.shortName}». Введите другой.`,
    });
  }
}

const currentYear = (viewer: Viewer) => schoolYearAt(new Date(), viewer.timeZone);

/** Adds a school to the register, with the present school year. */
export const createSchool = defineAction({
  name: 'school.create',
  permission: 'school.change',
  input: newSchoolInput,
  run: async ({ viewer, input, tx }) => {
    if (!viewer.municipalityId) throw notFound();
    await refuseTakenCode(tx, viewer, input.code);
    const entityId = await addSchool(tx, viewer.municipalityId, input);
    const school = await lockSchool(tx, viewer, entityId, 1);
    await putYear(tx, school, { ...input, year: currentYear(viewer) });
    return {
      entity: 'school',
      entityId,
      details: { code: input.code, name: input.shortName },
      message: `Школа «${input.shortName}» добавлена в реестр.`,
      to: links.school(entityId),
    };
  },
});

/** Changes the facts of a school; kind, grades and pupils are those of the present school year as well. */
export const editSchool = defineAction({
  name: 'school.edit',
  permission: 'school.change',
  input: editSchoolInput,
  run: async ({ viewer, input: { id, version, ...change }, tx }) => {
    const school = await lockSchool(tx, viewer, id, version, (current) => editedNow(current, change));
    await refuseTakenCode(tx, viewer, change.code, id);
    await changeSchool(tx, school, change);
    await putYear(tx, school, { ...change, year: currentYear(viewer) });
    return {
      entity: 'school',
      entityId: id,
      details: { changed: Object.keys(editedNow(school, change)) },
      message: 'Сведения о школе сохранены.',
      to: links.school(id),
    };
  },
});

/** Records what the school had in one school year; the present year is the school as the register shows it. */
export const setSchoolYear = defineAction({
  name: 'school.set-year',
  permission: 'school.change',
  input: yearInput,
  run: async ({ viewer, input: { id, version, ...facts }, tx }) => {
    const school = await lockSchool(tx, viewer, id, version);
    const present = currentYear(viewer);
    if (facts.year > present + 1) {
      throw new Refusal('invalid', 'Этот учебный год ещё далеко впереди.', {
        year: 'Выберите прошедший, нынешний или следующий учебный год.',
      });
    }
    await putYear(tx, school, facts);
    const { kind, grades, pupils } = facts;
    await saveSchool(tx, school, facts.year === present ? { kind, grades, pupils } : {});
    return {
      entity: 'school',
      entityId: id,
      details: { year: facts.year, kind, pupils },
      message: 'Сведения за учебный год сохранены.',
    };
  },
});
