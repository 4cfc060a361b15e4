import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { id, newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { log } from '@/lib/platform/log';
import { inScope } from '@/lib/platform/prisma';
import { detectFormat } from '@/lib/platform/spreadsheet/detect-format';
import { readUploadedForm, type UploadedFile, type UploadedForm } from '@/lib/platform/uploaded-form';
import { importById, insertImport, reopenReading } from '@/lib/results/import-store';
import { NO_ANSWERS } from '@/lib/results/import-view';
import { mappedProfile } from '@/lib/results/map-columns';
import { saveProfile } from '@/lib/results/profile-store';
import { readResultFile } from '@/lib/results/read-job';

const FILE_MAX = 20 * 2 ** 20;
const FILES_MAX = 20;
/** Everything of one form together: it is held in memory until it is read. */
const FORM_MAX = 60 * 2 ** 20;
const NAME_MAX = 200;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The files and fields of the upload form, held in memory only. */
export async function readResultsForm(request: Request): Promise<UploadedForm> {
  const { files, fields } = await readUploadedForm(request, FORM_MAX);
  if (files.length === 0) throw new Refusal('invalid', 'Выберите файл с результатами.');
  if (files.length > FILES_MAX) throw new Refusal('invalid', `За один раз – не больше ${FILES_MAX} файлов.`);
  for (const file of files) {
    if (file.bytes.byteLength > FILE_MAX)
      throw new Refusal('too-large', `«${file.name}» больше 20\u00a0МБ. Разделите файл на части.`);
  }
  return { files, fields };
}

const uploadInput = z.strictObject({
  files: z.array(
    z.strictObject({
      id,
      fileName: z.string().min(1).max(NAME_MAX),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      size: z.number().int().positive(),
    }),
  ),
  replacesId: id.nullable(),
});

const uploadIntention = {
  name: 'results.upload',
  permission: 'results.import',
  input: uploadInput,
  run: async ({ viewer, tx, input }: QueryContext & { input: z.output<typeof uploadInput> }) => {
    const municipalityId = ownMunicipality(viewer);
    if (input.replacesId) {
      const replaced = await importById(tx, municipalityId, input.replacesId);
      if (replaced.status !== 'APPLIED')
        throw new Refusal('conflict', 'Заменить можно только загруженный файл: этот уже заменён или отменён.');
      if (input.files.length !== 1) throw new Refusal('invalid', 'Один файл заменяется одним.');
    }
    for (const file of input.files) {
      await insertImport(tx, {
        ...file,
        municipalityId,
        options: NO_ANSWERS,
        replacesId: input.replacesId,
        createdById: viewer.userId,
      });
    }
    const [first] = input.files;
    return {
      entity: 'result-import',
      entityId: first?.id ?? '',
      details: { files: input.files.map(({ fileName }) => fileName), replaces: input.replacesId },
      to: input.files.length === 1 && first ? links.resultImport(first.id) : links.resultImports(),
    };
  },
} as const;

/** Starts a reading and does not wait for it: the answer to the person is the row, which is already committed. */
function startReading(viewer: Viewer, place: { id: string; version: number }, file: UploadedFile): void {
  readResultFile(viewer, place, file).catch((error: unknown) =>
    log.error({ import: place.id, err: error }, 'a reader broke'),
  );
}

/**
 * Takes files of results: a row each, then they are read from memory. Nothing of a file is ever written anywhere; if the
 * process ends before it is read, the page asks to send it again. The same form sent twice is one upload.
 */
export async function uploadResults(
  viewer: Viewer,
  files: readonly UploadedFile[],
  replacesId: string | null,
  key?: string,
): Promise<string> {
  for (const { name, bytes } of files) {
    try {
      detectFormat(bytes);
    } catch (error) {
      throw error instanceof Refusal && files.length > 1
        ? new Refusal(error.code, `«${name}»: ${error.message}`)
        : error;
    }
  }
  const rows = files.map((file) => ({ file, id: newId() }));
  const input = {
    replacesId,
    files: rows.map(({ file, id: importId }) => ({
      id: importId,
      fileName: file.name,
      sha256: sha256(file.bytes),
      size: file.bytes.byteLength,
    })),
  };
  const result = await carryOut(uploadIntention, viewer, input, key);
  if (!result.ok) throw new Refusal('invalid', result.message);
  const isAgain = files.length === 1 && result.to !== links.resultImport(rows[0]?.id ?? '');
  if (!isAgain) for (const { file, id: importId } of rows) startReading(viewer, { id: importId, version: 1 }, file);
  return result.to ?? links.resultImports();
}

/** The same file again with a layout made in the browser; the layout may be kept for the next time, and shared. */
export async function mapResults(
  viewer: Viewer,
  importId: string,
  file: UploadedFile,
  fields: ReadonlyMap<string, string>,
): Promise<string> {
  const municipalityId = ownMunicipality(viewer);
  const version = await inScope(viewer, async (tx) => {
    const found = await importById(tx, municipalityId, importId);
    const unknown = found.reading?.unknown;
    if (found.status !== 'MAPPING' || !unknown)
      throw new Refusal('conflict', 'Этот файл уже прочитан. Обновите страницу.');
    if (found.sha256 !== sha256(file.bytes))
      throw new Refusal('invalid', `Это другой файл. Выберите тот же самый: «${found.fileName}».`);
    const profile = mappedProfile(unknown.columns, fields, importId);
    if (fields.get('save') === '1' && viewer.regionId)
      await saveProfile(
        tx,
        { municipalityId, regionId: viewer.regionId, createdById: viewer.userId },
        profile,
        fields.get('share') === '1',
      );
    const moved = await reopenReading(tx, { municipalityId, id: importId }, { ...found.answers, profile });
    if (moved === null) throw new Refusal('conflict', 'С этим файлом уже работают в другом окне. Обновите страницу.');
    const details = { file: found.fileName, layout: profile.title, saved: fields.get('save') === '1' };
    await writeJournal(tx, { action: 'results.map', entity: 'result-import', entityId: importId, details });
    return moved;
  });
  startReading(viewer, { id: importId, version }, file);
  return links.resultImport(importId);
}
