'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import type { Tx } from '@/lib/platform/prisma';
import { answersInput, seenInput } from '@/lib/results/action-input';
import { changedMeanwhile } from '@/lib/results/changed-meanwhile';
import { type Checked, checkImport } from '@/lib/results/check-import';
import { countFactChange } from '@/lib/results/fact-change-store';
import { importById, lockResults, moveImport, type ResultImport } from '@/lib/results/import-store';
import type { ImportAnswers, ResultImportStatus } from '@/lib/results/import-view';
import { removeProfile, shareProfile } from '@/lib/results/profile-store';
import { referenceOf } from '@/lib/results/reference';
import { putReference } from '@/lib/results/reference-store';
import { takeBackResults, writeResults } from '@/lib/results/result-store';
import { procedureOf } from '@/lib/results/results-of';
import { writtenBy } from '@/lib/results/screening';

const ENTITY = 'result-import';

type Seen = { readonly id: string; readonly version: number };

/** The import as the form saw it, in one of the states; a foreign one does not exist. */
async function seenImport(
  tx: Tx,
  viewer: Viewer,
  seen: Seen,
  states: readonly ResultImportStatus[],
): Promise<ResultImport> {
  const found = await importById(tx, ownMunicipality(viewer), seen.id);
  if (found.version !== seen.version || !states.includes(found.status)) throw changedMeanwhile();
  return found;
}

async function move(
  tx: Tx,
  viewer: Viewer,
  found: ResultImport,
  step: Parameters<typeof moveImport>[3],
): Promise<void> {
  const seen = { municipalityId: ownMunicipality(viewer), id: found.id, version: found.version };
  if (!(await moveImport(tx, seen, [found.status], step))) throw changedMeanwhile();
}

/** What the file does not say: what its tables are about, and which schools are meant. */
export const answerImport = defineAction({
  name: 'results.answer',
  permission: 'results.import',
  input: answersInput,
  run: async ({ viewer, input, tx }) => {
    const found = await seenImport(tx, viewer, input, ['CHECK']);
    const { works, schools, year, stage, skipUnknown, keepsRegion } = input;
    const kept = found.answers;
    const answers: ImportAnswers = {
      ...kept,
      works: { ...kept.works, ...works },
      schools: { ...kept.schools, ...schools },
      ...(year === undefined ? {} : { year }),
      ...(stage === undefined ? {} : { stage }),
      ...(skipUnknown === undefined ? {} : { skipUnknown: skipUnknown === '1' }),
      ...(keepsRegion === undefined ? {} : { keepsRegion: keepsRegion === '1' }),
    };
    await move(tx, viewer, found, { status: 'CHECK', answers });
    return {
      entity: ENTITY,
      entityId: input.id,
      details: { file: found.fileName },
      message: 'Ответы учтены, файл проверен заново.',
      to: links.resultImport(input.id),
    };
  },
});

/**
 * Writes the counts of a file: every row it promised or none, one file at a time in a municipality. The file is checked once
 * more against the register of this moment; what it replaces goes into history and comes back when it is taken back.
 */
export const applyResults = defineAction({
  name: 'results.apply',
  permission: 'results.import',
  input: seenInput,
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    await lockResults(tx, municipalityId);
    const found = await seenImport(tx, viewer, input, ['CHECK']);
    const checked = await checkImport(tx, municipalityId, viewer.timeZone, found);
    if (!checked.screened.isClean)
      throw new Refusal('invalid', 'В файле остались ошибки. Пока они есть, ничего не загружается.');
    const written = writtenBy(checked.reading, checked.verdicts, checked.scales);
    const replaced = found.replacesId ? await replaceImport(tx, municipalityId, found.replacesId) : null;
    await writeResults(tx, { municipalityId, importId: found.id, source: found.fileName }, written, found.replacesId);
    const regions = found.answers.keepsRegion ? await keepRegion(tx, municipalityId, checked, found.fileName) : [];
    const schools = new Set([...written.results, ...written.figures].map(({ schoolId }) => schoolId)).size;
    const years = [
      ...new Set([...written.results.map(({ result }) => result.year), ...written.figures.map(({ year }) => year)]),
    ].sort();
    const counts = { results: written.results.length, figures: written.figures.length, schools };
    await move(tx, viewer, found, { status: 'APPLIED', reading: null, counts, years });
    await countFactChange(tx, municipalityId, {
      years: [...years, ...(replaced?.years ?? []), ...regions],
      cause: replaced ? 'REPLACED' : 'LOADED',
      title: found.fileName,
    });
    const { columns, pupils } = checked.reading.dropped;
    return {
      entity: ENTITY,
      entityId: found.id,
      details: {
        file: found.fileName,
        ...counts,
        region: regions.length,
        replaces: found.replacesId,
        rowsOfPupilsDropped: pupils,
        columnsDropped: columns,
      },
      message: `Загружено: ${count(counts.results, ['результат', 'результата', 'результатов'])}, ${count(counts.figures, ['показатель', 'показателя', 'показателей'])}.`,
      to: links.resultImport(found.id),
    };
  },
});

async function replaceImport(tx: Tx, municipalityId: string, replacesId: string): Promise<ResultImport> {
  const replaced = await importById(tx, municipalityId, replacesId);
  if (replaced.status !== 'APPLIED')
    throw new Refusal(
      'conflict',
      `Файл «${replaced.fileName}» уже заменён или отменён. Загрузите этот файл как новый.`,
    );
  const seen = { municipalityId, id: replaced.id, version: replaced.version };
  if (!(await moveImport(tx, seen, ['APPLIED'], { status: 'REPLACED' }))) throw changedMeanwhile();
  return replaced;
}

/** Rows of the file about the whole region become values to compare with. Gives the year of each that was kept. */
async function keepRegion(
  tx: Tx,
  municipalityId: string,
  { reading, scales }: Checked,
  source: string,
): Promise<readonly number[]> {
  const kept: number[] = [];
  for (const territory of reading.territories) {
    const work = reading.works[territory.work];
    const procedure = work ? procedureOf(work.about) : null;
    if (territory.kind !== 'region' || !procedure || territory.participants === 0) continue;
    await putReference(tx, municipalityId, referenceOf(procedure, territory, source, scales));
    kept.push(procedure.year);
  }
  return kept;
}

/** Takes a file back: what it had replaced speaks again. */
export const undoResults = defineAction({
  name: 'results.undo',
  permission: 'results.import',
  input: seenInput,
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    await lockResults(tx, municipalityId);
    const found = await seenImport(tx, viewer, input, ['APPLIED']);
    await takeBackResults(tx, municipalityId, found.id);
    await move(tx, viewer, found, { status: 'UNDONE' });
    const years = [...found.years];
    if (found.replacesId) {
      const replaced = await importById(tx, municipalityId, found.replacesId);
      years.push(...replaced.years);
      const seen = { municipalityId, id: replaced.id, version: replaced.version };
      if (!(await moveImport(tx, seen, ['REPLACED'], { status: 'APPLIED' }))) throw changedMeanwhile();
    }
    await countFactChange(tx, municipalityId, { years, cause: 'UNDONE', title: found.fileName });
    return {
      entity: ENTITY,
      entityId: found.id,
      details: { file: found.fileName, restored: found.replacesId },
      message: found.replacesId
        ? 'Загрузка отменена, прежний файл снова действует.'
        : 'Загрузка отменена: этих результатов больше нет.',
      to: links.resultImport(found.id),
    };
  },
});

/** Gives a file up before it is applied; nothing was written. */
export const cancelResults = defineAction({
  name: 'results.cancel',
  permission: 'results.import',
  input: z.strictObject({ id }),
  run: async ({ viewer, input, tx }) => {
    const found = await importById(tx, ownMunicipality(viewer), input.id);
    if (!(['READING', 'MAPPING', 'CHECK', 'FAILED'] as const).some((state) => state === found.status))
      throw new Refusal('closed', 'Этот файл уже загружен. Его можно отменить на его странице.');
    await move(tx, viewer, found, { status: 'CANCELLED', reading: null });
    return {
      entity: ENTITY,
      entityId: input.id,
      details: { file: found.fileName },
      message: 'Файл не загружен, ничего не изменилось.',
      to: links.resultImports(),
    };
  },
});

/** Lends a layout to the whole region, or takes it back. */
export const shareMapping = defineAction({
  name: 'results.profile-share',
  permission: 'results.import',
  input: z.strictObject({ id, shared: z.enum(['0', '1']) }),
  run: async ({ viewer, input, tx }) => {
    if (!(await shareProfile(tx, ownMunicipality(viewer), input.id, input.shared === '1'))) throw notFound();
    return {
      entity: 'mapping-profile',
      entityId: input.id,
      details: { shared: input.shared === '1' },
      message: input.shared === '1' ? 'Форма доступна центрам региона.' : 'Форма доступна только вашему центру.',
      to: links.resultImports(),
    };
  },
});

export const dropMapping = defineAction({
  name: 'results.profile-remove',
  permission: 'results.import',
  input: z.strictObject({ id }),
  run: async ({ viewer, input, tx }) => {
    if (!(await removeProfile(tx, ownMunicipality(viewer), input.id))) throw notFound();
    return {
      entity: 'mapping-profile',
      entityId: input.id,
      message: 'Форма удалена. Загруженные результаты остались.',
      to: links.resultImports(),
    };
  },
});
