'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { dayAt, formatDay } from '@/lib/kernel/day';
import { id, newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { inScope, type Tx } from '@/lib/platform/prisma';
import { applyImport } from '@/lib/schools/bulk-store';
import { chosenColumns } from '@/lib/schools/import/column-choice';
import { type ImportOptions, importOptions } from '@/lib/schools/import/import-options';
import type { ImportRow } from '@/lib/schools/import/import-row';
import type { ParsedSchools } from '@/lib/schools/import/school-row';
import { checkList, isClean } from '@/lib/schools/import-check';
import { columnsInput, decisionsInput, readingInput, seenInput } from '@/lib/schools/import-input';
import {
  addRows,
  dropRows,
  type ImportStatus,
  importById,
  lockRegister,
  moveImport,
  parsedRows,
  type SchoolImport,
} from '@/lib/schools/import-store';

const ENTITY = 'school-import';

const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока страница была открыта, с этой загрузкой работали в другом окне. Обновите страницу и посмотрите, что получилось.',
  );

/** The import as the form saw it, in one of the states; a foreign one does not exist. */
async function seenImport(
  tx: Tx,
  viewer: Viewer,
  seen: { readonly id: string; readonly version: number },
  states: readonly ImportStatus[],
): Promise<SchoolImport> {
  const found = await importById(tx, ownMunicipality(viewer), seen.id);
  if (found.version !== seen.version || !states.includes(found.status)) throw changedMeanwhile();
  return found;
}

type Move = Parameters<typeof moveImport>[3];

async function move(tx: Tx, viewer: Viewer, found: SchoolImport, step: Move): Promise<void> {
  const seen = { municipalityId: ownMunicipality(viewer), id: found.id, version: found.version };
  if (!(await moveImport(tx, seen, [found.status], step))) throw changedMeanwhile();
}

/** Another sheet, encoding, delimiter or header row: the file is read again and the columns are asked for anew. */
export const readImportAgain = defineAction({
  name: 'school.import-read',
  permission: 'school.import',
  input: readingInput,
  run: async ({ viewer, input: { id: importId, version, ...choice }, tx }) => {
    const found = await seenImport(tx, viewer, { id: importId, version }, ['MAPPING', 'PREVIEW']);
    const { columns: _columns, sheet: _sheet, encoding: _encoding, delimiter: _delimiter, ...kept } = found.options;
    const options = importOptions.parse({ ...kept, headerRow: undefined, ...choice, decisions: {} });
    await move(tx, viewer, found, { status: 'READING', options });
    return { entity: ENTITY, entityId: importId, to: links.schoolImport(importId) };
  },
});

/** Which column holds what: then every row is checked. */
export const chooseColumns = defineAction({
  name: 'school.import-columns',
  permission: 'school.import',
  input: columnsInput,
  run: async ({ viewer, input, tx }) => {
    const { id: importId, version, fields, kind, place, year } = input;
    const found = await seenImport(tx, viewer, { id: importId, version }, ['MAPPING']);
    const chosen = chosenColumns(fields);
    if ('problems' in chosen) throw new Refusal('invalid', 'Проверьте столбцы.', chosen.problems);
    if (year > schoolYearAt(new Date(), viewer.timeZone) + 1) {
      throw new Refusal('invalid', 'Проверьте учебный год.', { year: 'Этот учебный год ещё далеко впереди.' });
    }
    const headerRow = found.options.headerRow ?? found.findings?.guess.headerRow ?? -1;
    const { kind: _kind, place: _place, ...kept } = found.options;
    const options: ImportOptions = {
      ...kept,
      headerRow,
      columns: chosen.columns,
      year,
      decisions: {},
      ...(kind ? { kind } : {}),
      ...(place ? { place } : {}),
    };
    await move(tx, viewer, found, { status: 'READING', options });
    return {
      entity: ENTITY,
      entityId: importId,
      details: { columns: Object.keys(chosen.columns), year },
      to: links.schoolImport(importId),
    };
  },
});

/** Back from the preview to the columns; nothing is read again until they are confirmed. */
export const backToColumns = defineAction({
  name: 'school.import-back',
  permission: 'school.import',
  input: seenInput,
  run: async ({ viewer, input, tx }) => {
    const found = await seenImport(tx, viewer, input, ['PREVIEW']);
    await move(tx, viewer, found, { status: 'MAPPING' });
    return { entity: ENTITY, entityId: input.id, to: links.schoolImport(input.id) };
  },
});

/** Which school is meant in rows that fit several, or that it is a new one; «forget» takes all decisions back. */
export const decideRows = defineAction({
  name: 'school.import-decide',
  permission: 'school.import',
  input: decisionsInput,
  run: async ({ viewer, input: { id: importId, version, decisions, forget }, tx }) => {
    const found = await seenImport(tx, viewer, { id: importId, version }, ['PREVIEW']);
    const rows = Object.keys(decisions);
    if (rows.length === 0 && !forget) {
      throw new Refusal('invalid', 'Отметьте хотя бы в одной строке, какая это школа.');
    }
    const kept = forget ? {} : found.options.decisions;
    const options = { ...found.options, decisions: { ...kept, ...decisions } };
    await move(tx, viewer, found, { status: 'READING', options });
    return { entity: ENTITY, entityId: importId, details: { rows }, to: links.schoolImport(importId) };
  },
});

/** Gives an import up; the register stays as it was. */
export const cancelImport = defineAction({
  name: 'school.import-cancel',
  permission: 'school.import',
  input: z.strictObject({ id }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const found = await importById(tx, municipalityId, input.id);
    if (found.status === 'APPLIED') throw new Refusal('closed', 'Этот список уже загружен, отменить его нельзя.');
    await move(tx, viewer, found, { status: 'CANCELLED' });
    await dropRows(tx, municipalityId, input.id);
    return {
      entity: ENTITY,
      entityId: input.id,
      details: { file: found.fileName },
      message: 'Загрузка отменена, реестр не изменился.',
      to: links.importSchools(),
    };
  },
});

/**
 * Carries the list into the register: every row or none, one list at a time in a municipality. The rows are decided once
 * more against the register of this moment; if that comes to anything else than the person saw, nothing is applied and
 * the new preview is shown.
 */
export const applyList = defineAction({
  name: 'school.import',
  permission: 'school.import',
  input: seenInput,
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    await lockRegister(tx, municipalityId);
    const found = await seenImport(tx, viewer, input, ['PREVIEW']);
    const { year, decisions } = found.options;
    const seen = found.findings?.summary;
    if (!seen) throw notFound();
    if (!isClean(seen))
      throw new Refusal('invalid', 'В списке остались ошибки. Исправьте их, тогда список загрузится.');
    const day = dayAt(new Date(), viewer.timeZone);
    const stored = await parsedRows(tx, municipalityId, input.id);
    const check = await checkList(tx, municipalityId, parsedOf(stored), { decisions, year, day });
    if (check.summary.fingerprint !== seen.fingerprint) {
      await checkAnew(viewer, found);
      throw new Refusal(
        'conflict',
        'Реестр изменился с тех пор, как вы смотрели. Ничего не загружено: портал проверяет строки заново и сейчас покажет новый итог.',
      );
    }
    const newIds = new Map(check.matches.flatMap((match) => (match.result === 'new' ? [[match.row, newId()]] : [])));
    const done = await applyImport(tx, municipalityId, {
      added: check.matches.flatMap((match) =>
        match.result === 'new' ? [{ ...match.school, id: newIds.get(match.row) ?? newId() }] : [],
      ),
      changed: check.matches.flatMap((match) => {
        const school = match.result === 'changed' ? check.known.get(match.schoolId) : undefined;
        return match.result === 'changed' && school
          ? [{ ...match.school, id: school.id, version: school.version }]
          : [];
      }),
      year,
      isPresentYear: year === schoolYearAt(new Date(), viewer.timeZone),
      day,
      basis: `Список школ «${found.fileName}», загружен ${formatDay(day)}`,
    });
    const unchanged = check.summary.rows.UNCHANGED ?? 0;
    await dropRows(tx, municipalityId, input.id, ['NEW']);
    const added = stored.filter(({ result }) => result === 'NEW');
    await addRows(
      tx,
      municipalityId,
      input.id,
      added.map((row) => withSchool(row, newIds.get(row.row))),
    );
    await move(tx, viewer, found, { status: 'APPLIED', counts: { ...done, unchanged, errors: 0 } });
    const { created, changed } = done;
    return {
      entity: ENTITY,
      entityId: input.id,
      details: { file: found.fileName, year, created, changed, unchanged },
      message: `Список загружен: добавлено ${count(created, ['школа', 'школы', 'школ'])}, изменено ${count(changed, ['школа', 'школы', 'школ'])}.`,
      to: links.schoolImport(input.id),
    };
  },
});

/** In a transaction of its own: the one that found the difference is rolled back. */
async function checkAnew(viewer: Viewer, found: SchoolImport): Promise<void> {
  await inScope(viewer, (tx) => move(tx, viewer, found, { status: 'READING' }));
}

const parsedOf = (stored: readonly ImportRow[]): ParsedSchools => ({
  schools: stored.flatMap(({ parsed }) => (parsed ? [parsed] : [])),
  issues: [],
  skipped: stored.flatMap(({ row, parsed, content }) =>
    parsed ? [] : [{ row, text: content.title, reason: content.remarks[0]?.message ?? '' }],
  ),
});

const withSchool = (row: ImportRow, schoolId: string | undefined): ImportRow => ({
  ...row,
  content: { ...row.content, ...(schoolId ? { schoolId } : {}) },
});
