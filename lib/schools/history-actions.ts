'use server';

import { defineAction } from '@/lib/access/define-action';
import type { Viewer } from '@/lib/access/viewer';
import { type Day, dayAt, formatDay, formatPeriod } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { aliasesClash, codeProblem, tidyCode } from '@/lib/schools/alias';
import {
  addAliasRow,
  aliasesOf,
  bearersOf,
  changeName,
  closeSchoolRow,
  endAliasRow,
  reopenSchoolRow,
} from '@/lib/schools/history-store';
import type { School } from '@/lib/schools/school';
import {
  addAliasInput,
  closeInput,
  endAliasInput,
  mergeInput,
  renameInput,
  reopenInput,
} from '@/lib/schools/school-input';
import { currentName, endOfName } from '@/lib/schools/school-name';
import { lockSchool, namesOf, schoolByCode } from '@/lib/schools/store';
import { ALIAS_WORDS } from '@/lib/schools/words';

const today = (viewer: Viewer): Day => dayAt(new Date(), viewer.timeZone);

/** Gives a school a new name from a day, by an order; the old one stays in its history. */
export const renameSchool = defineAction({
  name: 'school.rename',
  permission: 'school.change',
  input: renameInput,
  run: async ({ viewer, input, tx }) => {
    const { id, version, name, shortName, from, basis } = input;
    const school = await lockSchool(tx, viewer, id, version, (now) => ({
      name: `Сейчас в реестре: ${now.name}`,
      shortName: `Сейчас в реестре: ${now.shortName}`,
    }));
    if (name === school.name && shortName === school.shortName)
      throw new Refusal('invalid', 'Название не изменилось.', { name: 'Введите новое название.' });
    const end = endOfName(currentName(await namesOf(tx, school)), from, today(viewer));
    if (!end.ok) throw new Refusal('invalid', 'Проверьте дату.', { from: end.problem });
    await changeName(tx, school, { name, shortName, from, to: end.to, basis });
    return {
      entity: 'school',
      entityId: id,
      details: { before: school.shortName, after: shortName, from, basis },
      message: `Школа переименована с ${formatDay(from)}. Прежнее название осталось в её истории.`,
      to: links.school(id),
    };
  },
});

function refuseClosing(school: School, on: Day, viewer: Viewer): void {
  if (school.closedOn) throw new Refusal('closed', 'Эта школа уже закрыта.');
  if (on > today(viewer))
    throw new Refusal('invalid', 'Проверьте дату.', {
      on: 'Дата ещё не наступила. Закройте школу, когда приказ вступит в силу.',
    });
}

/** School A goes into school B: A is closed with its successor, and keeps its codes, cards, people and history. */
export const mergeSchools = defineAction({
  name: 'school.merge',
  permission: 'school.change',
  input: mergeInput,
  run: async ({ viewer, input: { id, version, successorCode, on, basis }, tx }) => {
    const school = await lockSchool(tx, viewer, id, version);
    refuseClosing(school, on, viewer);
    // A choice of the list reads «0012 – СШ № 12»; a person may also type the code alone.
    const code = successorCode.split(/\s/)[0] ?? '';
    const found = await schoolByCode(tx, viewer, code);
    if (!found || found.id === id || found.closedOn) {
      throw new Refusal('invalid', 'Проверьте школу-преемника.', {
        successorCode: !found
          ? `Школы с кодом ${code} в реестре нет. Выберите школу из подсказки.`
          : found.id === id
            ? 'Школа не может влиться сама в себя. Выберите другую.'
            : `Школа «${found.shortName}» закрыта. Выберите работающую.`,
      });
    }
    // Locked as well, so that nobody closes it meanwhile.
    const successor = await lockSchool(tx, viewer, found.id, found.version);
    await closeSchoolRow(tx, school, { on, basis, successorId: successor.id });
    return {
      entity: 'school',
      entityId: id,
      details: { successor: successor.id, successorCode: successor.code, on, basis },
      message: `«${school.shortName}» присоединена к школе «${successor.shortName}» с ${formatDay(on)}.`,
      to: links.school(id),
    };
  },
});

/** Closes a school without a successor. */
export const closeSchool = defineAction({
  name: 'school.close',
  permission: 'school.change',
  input: closeInput,
  run: async ({ viewer, input: { id, version, on, basis }, tx }) => {
    const school = await lockSchool(tx, viewer, id, version);
    refuseClosing(school, on, viewer);
    await closeSchoolRow(tx, school, { on, basis, successorId: null });
    return {
      entity: 'school',
      entityId: id,
      details: { on, basis },
      message: `Школа закрыта с ${formatDay(on)}. Её история сохранена.`,
      to: links.school(id),
    };
  },
});

/** Opens a closed school again; that it was closed stays in its history. */
export const reopenSchool = defineAction({
  name: 'school.reopen',
  permission: 'school.change',
  input: reopenInput,
  run: async ({ viewer, input: { id, version, on, reason }, tx }) => {
    const school = await lockSchool(tx, viewer, id, version);
    if (!school.closedOn) throw new Refusal('closed', 'Эта школа и так работает.');
    if (on < school.closedOn || on > today(viewer)) {
      throw new Refusal('invalid', 'Проверьте дату.', {
        on: `Школа закрыта ${formatDay(school.closedOn)}. Укажите день не раньше этого и не позже сегодняшнего.`,
      });
    }
    await reopenSchoolRow(tx, school, { on, reason });
    return {
      entity: 'school',
      entityId: id,
      details: { on, reason },
      message: `Школа снова работает с ${formatDay(on)}.`,
      to: links.school(id),
    };
  },
});

/** Adds the code of a school in an outside system; on any day a code belongs to one school. */
export const addAlias = defineAction({
  name: 'school.add-code',
  permission: 'school.change',
  input: addAliasInput,
  run: async ({ viewer, input: { id, version, system, from, to, ...input }, tx }) => {
    const school = await lockSchool(tx, viewer, id, version);
    const code = tidyCode(system, input.code);
    const problem = codeProblem(system, code);
    if (problem) throw new Refusal('invalid', 'Проверьте код.', { code: problem });
    if (from && to && from > to)
      throw new Refusal('invalid', 'Проверьте даты.', { to: 'Последний день раньше первого.' });
    const alias = { system, code, from, to };
    const taken = (await bearersOf(tx, viewer, system, code)).find((bearer) => aliasesClash(bearer.alias, alias));
    if (taken) {
      const period = formatPeriod(taken.alias.from, taken.alias.to);
      throw new Refusal('invalid', 'Этот код уже занят.', {
        code: `${ALIAS_WORDS[system]} ${code} уже у школы «${taken.school.shortName}»${period && ` (${period})`}. Сначала завершите его там.`,
      });
    }
    await addAliasRow(tx, school, alias);
    return {
      entity: 'school',
      entityId: id,
      details: { system, code, from, to },
      message: `Добавлено: ${ALIAS_WORDS[system]} ${code}.`,
    };
  },
});

/** Says on which day a code ends; it stays in the history for results of earlier years. */
export const endAlias = defineAction({
  name: 'school.end-code',
  permission: 'school.change',
  input: endAliasInput,
  run: async ({ viewer, input: { id, version, aliasId, to }, tx }) => {
    const school = await lockSchool(tx, viewer, id, version);
    const alias = (await aliasesOf(tx, school)).find((one) => one.id === aliasId);
    if (!alias) throw notFound();
    if (alias.from && to < alias.from)
      throw new Refusal('invalid', 'Проверьте дату.', { to: `Код действует с ${formatDay(alias.from)}.` });
    await endAliasRow(tx, school, aliasId, to);
    return {
      entity: 'school',
      entityId: id,
      details: { system: alias.system, code: alias.code, to },
      message: `${ALIAS_WORDS[alias.system]} ${alias.code} действует по ${formatDay(to)}.`,
    };
  },
});
