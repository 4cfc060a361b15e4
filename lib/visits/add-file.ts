import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';

import { storeFile, UPLOAD_MAX } from '@/lib/platform/files';
import { inScope } from '@/lib/platform/prisma';
import { readUploadedForm } from '@/lib/platform/uploaded-form';
import { countFiles, FILES_MAX, insertFileRow, insertStored } from '@/lib/visits/file-store';
import { writtenVisit } from '@/lib/visits/own-visit';

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

async function assertRoom(context: QueryContext, visitId: string) {
  const visit = await writtenVisit(context, visitId);
  if ((await countFiles(context.tx, visit.id)) >= FILES_MAX)
    throw new Refusal('too-many', `К одному визиту прикладывают не больше ${FILES_MAX} файлов.`);
  return visit;
}

const fileInput = z.strictObject({
  visitId: id,
  title: z.string().trim().max(200, 'Не длиннее 200 знаков'),
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

const addFileIntention = {
  name: 'visit.file-add',
  permission: 'visit.write',
  input: fileInput,
  run: async ({ viewer, input, tx }: QueryContext & { input: z.output<typeof fileInput> }) => {
    const { visitId, title, ...file } = input;
    const visit = await assertRoom({ viewer, tx }, visitId);
    const municipalityId = ownMunicipality(viewer);
    const fileId = await insertStored(tx, municipalityId, file, viewer.userId);
    const row = { title: title || file.name, fileId, addedById: viewer.userId };
    await insertFileRow(tx, municipalityId, visit.id, row);
    const details = { name: file.name, size: file.size };
    return { entity: 'visit', entityId: visit.id, details, message: 'Файл приложен.' };
  },
} as const;

/**
 * A file beside the protocol, from a plain form (`file`, perhaps `title` and `_key`): the bytes are kept first, then their row
 * is written, so that a row never names a file that is not there. Returns what to say.
 */
export async function addVisitFile(viewer: Viewer, visitId: string, request: Request): Promise<string> {
  await inScope(viewer, (tx) => assertRoom({ viewer, tx }, visitId));
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const stored = await storeFile(file.bytes);
  const values = { visitId, title: fields.get('title') ?? '', name: file.name, ...stored };
  const result = await carryOut(addFileIntention, viewer, values, fields.get('_key'));
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
