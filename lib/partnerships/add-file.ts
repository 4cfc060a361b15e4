import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';
import { countFiles, FILES_MAX, insertFileRow, insertStored } from '@/lib/partnerships/file-store';
import { ownPartnership } from '@/lib/partnerships/own-partnership';
import { storeFile, UPLOAD_MAX } from '@/lib/platform/files';
import { inScope } from '@/lib/platform/prisma';
import { readUploadedForm } from '@/lib/platform/uploaded-form';

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

async function assertRoom(context: QueryContext, partnershipId: string) {
  const own = await ownPartnership(context, partnershipId);
  if ((await countFiles(context.tx, own.partnership.id)) >= FILES_MAX)
    throw new Refusal('too-many', `К одному партнёрству прикладывают не больше ${FILES_MAX} файлов.`);
  return own;
}

const fileInput = z.strictObject({
  partnershipId: id,
  title: z.string().trim().max(200, 'Не длиннее 200 знаков'),
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

const addFileIntention = {
  name: 'partnership.file-add',
  permission: 'partnership.change',
  input: fileInput,
  run: async ({ viewer, input, tx }: QueryContext & { input: z.output<typeof fileInput> }) => {
    const { partnershipId, title, ...file } = input;
    const { partnership, municipalityId } = await assertRoom({ viewer, tx }, partnershipId);
    const fileId = await insertStored(tx, municipalityId, file, viewer.userId);
    const row = { title: title || file.name, fileId, addedById: viewer.userId };
    await insertFileRow(tx, municipalityId, partnership.id, row);
    const details = { name: file.name, size: file.size };
    return { entity: 'partnership', entityId: partnership.id, details, message: 'Файл приложен.' };
  },
} as const;

/**
 * The agreement as a file, from a plain form (`file`, perhaps `title` and `_key`): the bytes are kept first, then their row
 * is written, so that a row never names a file that is not there. Returns what to say.
 */
export async function addPartnershipFile(viewer: Viewer, partnershipId: string, request: Request): Promise<string> {
  await inScope(viewer, (tx) => assertRoom({ viewer, tx }, partnershipId));
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const stored = await storeFile(file.bytes);
  const values = { partnershipId, title: fields.get('title') ?? '', name: file.name, ...stored };
  const result = await carryOut(addFileIntention, viewer, values, fields.get('_key'));
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
