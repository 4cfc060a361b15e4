import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { id, newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { dropFile, keepFile } from '@/lib/platform/kept-file';
import { detectFormat } from '@/lib/platform/spreadsheet/detect-format';
import { readUploadedForm, type UploadedFile } from '@/lib/platform/uploaded-form';
import { insertImport } from '@/lib/schools/import-store';

const FILE_MAX = 20 * 2 ** 20;
/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = FILE_MAX + 100_000;
const NAME_MAX = 200;
const TOO_LARGE = 'Файл больше 20\u00a0МБ. Удалите лишние листы и картинки или разделите список на части.';

const uploadIntention = {
  name: 'school.import-upload',
  permission: 'school.import',
  input: z.strictObject({
    id,
    fileName: z.string().min(1).max(NAME_MAX),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.number().int().positive(),
  }),
  run: async ({ viewer, tx, input }: QueryContext & { input: UploadRow }) => {
    const year = schoolYearAt(new Date(), viewer.timeZone);
    await insertImport(tx, {
      ...input,
      municipalityId: ownMunicipality(viewer),
      createdById: viewer.userId,
      options: { year, decisions: {} },
    });
    return {
      entity: 'school-import',
      entityId: input.id,
      details: { file: input.fileName, size: input.size },
      to: links.schoolImport(input.id),
    };
  },
} as const;

type UploadRow = { id: string; fileName: string; sha256: string; size: number };

/**
 * Takes a school list: the file is kept first, then its row is written; the first visit starts the reading. The path of
 * the import; the same form sent twice is one import. Refuses what is no table by its content before anything is kept.
 */
export async function uploadImport(
  viewer: Viewer,
  file: { name: string; bytes: Uint8Array },
  key?: string,
): Promise<string> {
  if (file.bytes.byteLength > FILE_MAX) throw new Refusal('too-large', TOO_LARGE);
  detectFormat(file.bytes);
  const importId = newId();
  await keepFile(importId, file.bytes);
  const row: UploadRow = {
    id: importId,
    fileName: file.name,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    size: file.bytes.byteLength,
  };
  const result = await carryOut(uploadIntention, viewer, row, key);
  const path = links.schoolImport(importId);
  if (!result.ok || result.to !== path) await dropFile(importId);
  if (!result.ok) throw new Refusal('invalid', result.message);
  return result.to ?? path;
}

/** The parts of the upload form: `file` and perhaps `_key`. */
export async function readListUpload(request: Request): Promise<UploadedFile & { key?: string }> {
  const form = await readUploadedForm(request, FORM_MAX).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'too-large' ? new Refusal('too-large', TOO_LARGE) : error;
  });
  const [file] = form.files;
  if (!file) throw new Refusal('invalid', 'Выберите файл со списком школ.');
  const key = form.fields.get('_key');
  return { ...file, ...(key ? { key } : {}) };
}
