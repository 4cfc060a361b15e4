'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { changedMeanwhile, countOrUnknown, idOrNone, line, text, version, year } from '@/lib/development/action-input';
import { reportedSchool } from '@/lib/development/own-school';
import { deleteAppearance, findAppearance, insertAppearance, saveNumbers } from '@/lib/development/school-store';
import { APPEARANCE_KINDS, APPEARANCE_LEVELS } from '@/lib/development/words';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';

/** What a school counts once a school year; an empty field is unknown, never 0. */
export const reportNumbers = defineAction({
  name: 'development.report-numbers',
  permission: 'development.report',
  input: z.strictObject({
    ...{ schoolId: idOrNone, year, version, teachers: countOrUnknown, riskTeachers: countOrUnknown },
    ...{ routesSuccessful: countOrUnknown, routesDifficulty: countOrUnknown, source: text(300) },
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { schoolId: asked, year: of, version: seen, ...cells } = input;
    const schoolId = await reportedSchool(context, asked);
    if (cells.riskTeachers !== null && (cells.teachers === null || cells.riskTeachers > cells.teachers))
      throw new Refusal('invalid', 'Проверьте числа.', {
        riskTeachers: cells.teachers === null ? 'Укажите и число всех педагогов' : 'Не больше, чем педагогов всего',
      });
    const place = { municipalityId: ownMunicipality(viewer), schoolId, year: of };
    if (!(await saveNumbers(tx, place, seen, cells))) throw changedMeanwhile();
    return { entity: 'school', entityId: schoolId, details: { year: of }, message: 'Данные за год сохранены.' };
  },
});

/** Experience that was shown, or a competition: by position, never by name. */
export const addAppearance = defineAction({
  name: 'development.add-appearance',
  permission: 'development.report',
  input: z.strictObject({
    ...{ schoolId: idOrNone, year, kind: z.enum(APPEARANCE_KINDS, 'Выберите, что это') },
    ...{
      title: line('Напишите название', 300),
      number: text(100),
      level: z.enum(APPEARANCE_LEVELS, 'Выберите уровень'),
    },
    ...{ form: text(150), theme: text(500), who: text(200), result: text(300) },
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { schoolId: asked, year: of, ...cells } = input;
    const schoolId = await reportedSchool(context, asked);
    const place = { municipalityId: ownMunicipality(viewer), schoolId, year: of };
    const entityId = await insertAppearance(tx, place, cells);
    return {
      entity: 'appearance',
      entityId,
      details: { name: cells.title.slice(0, 100), year: of },
      message: 'Запись добавлена.',
      to: links.experience({ year: String(of) }),
    };
  },
});

export const removeAppearance = defineAction({
  name: 'development.remove-appearance',
  permission: 'development.report',
  input: z.strictObject({ appearanceId: id, version }),
  run: async ({ viewer, input, tx }) => {
    const found = await findAppearance(tx, ownMunicipality(viewer), input.appearanceId);
    if (!found || (isSchoolRole(viewer.role) && found.schoolId !== viewer.schoolId)) throw notFound();
    if (!(await deleteAppearance(tx, { id: found.id, version: input.version }))) throw changedMeanwhile();
    const details = { name: found.title.slice(0, 100), year: found.year };
    return { entity: 'appearance', entityId: found.id, details, message: 'Запись удалена.' };
  },
});
