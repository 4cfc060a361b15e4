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
import { FILES_MAX, writableStudy } from '@/lib/support/studies/own-study';
import { countFiles, insertFile, insertStoredFile } from '@/lib/support/studies/study-file-store';

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

const addFileIntention = {
  name: 'study.add-file',
  permission: 'support.work',
  input: z.strictObject({
    studyId: id,
    title: z.string().trim().max(200, 'Не длиннее 200 знаков'),
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    size: z.number(),
  }),
  run: async ({ viewer, input, tx }: QueryContext & { input: AddFile }) => {
    const { studyId, title, ...file } = input;
    const owner = await assertRoom({ viewer, tx }, studyId);
    const fileId = await insertStoredFile(tx, owner, { ...file, createdById: viewer.userId });
    await insertFile(tx, owner, { title: title || file.name, fileId, addedById: viewer.userId });
    const details = { name: file.name, size: file.size };
    return { entity: 'study', entityId: owner.id, details, message: 'Файл приложен.' };
  },
} as const;

type AddFile = {
  studyId: string;
  title: string;
  name: string;
  sha256: string;
  mediaType: string;
  size: number;
};

async function assertRoom(context: QueryContext, studyId: string) {
  const study = await writableStudy(context, studyId);
  if ((await countFiles(context.tx, studyId)) >= FILES_MAX)
    throw new Refusal('too-many', `К одному исследованию прикладывают не больше ${FILES_MAX} файлов.`);
  const owner = { id: study.id, schoolId: study.schoolId, municipalityId: ownMunicipality(context.viewer) };
  return owner;
}

/**
 * A protocol or act of a study, from a plain form (`file`, perhaps `title` and `_key`): the bytes are kept first, then
 * their row is written, so that a row never names a file that is not there. Returns what to say.
 */
export async function addStudyFile(viewer: Viewer, studyId: string, request: Request): Promise<string> {
  await inScope(viewer, (tx) => assertRoom({ viewer, tx }, studyId));
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const stored = await storeFile(file.bytes);
  const result = await carryOut(
    addFileIntention,
    viewer,
    { studyId, title: fields.get('title') ?? '', name: file.name, ...stored },
    fields.get('_key'),
  );
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
