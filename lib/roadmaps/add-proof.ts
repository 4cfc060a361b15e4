import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';
import { storeFile, UPLOAD_MAX } from '@/lib/platform/files';
import { inScope } from '@/lib/platform/prisma';
import { readUploadedForm } from '@/lib/platform/uploaded-form';
import { ownRow, PROOFS_MAX } from '@/lib/roadmaps/own-row';
import { countProofs, insertProof, insertProofFile } from '@/lib/roadmaps/proof-store';

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

const addProofIntention = {
  name: 'roadmap.add-proof',
  permission: 'roadmap.move',
  input: z.strictObject({
    rowId: id,
    title: z.string().trim().max(200, 'Не длиннее 200 знаков'),
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    size: z.number(),
  }),
  run: async ({ viewer, input, tx }: QueryContext & { input: AddProof }) => {
    const { rowId, title, ...file } = input;
    const owner = await assertRoom({ viewer, tx }, rowId);
    const fileId = await insertProofFile(tx, owner, { ...file, createdById: viewer.userId });
    await insertProof(tx, owner, { title: title || file.name, fileId, addedById: viewer.userId });
    const details = { name: file.name, size: file.size };
    return { entity: 'roadmap', entityId: owner.roadmapId, details, message: 'Файл приложен.' };
  },
} as const;

type AddProof = { rowId: string; title: string; name: string; sha256: string; mediaType: string; size: number };

async function assertRoom(context: QueryContext, rowId: string) {
  const { owner } = await ownRow(context, rowId);
  if ((await countProofs(context.tx, rowId)) >= PROOFS_MAX)
    throw new Refusal('too-many', `К одной строке прикладывают не больше ${PROOFS_MAX} подтверждений.`);
  return owner;
}

/**
 * A file that proves a row, from a plain form (`file`, perhaps `title` and `_key`): the bytes are kept first, then their row is written, so that
 * a row never names a file that is not there. Returns what to say.
 */
export async function addProof(viewer: Viewer, rowId: string, request: Request): Promise<string> {
  await inScope(viewer, (tx) => assertRoom({ viewer, tx }, rowId));
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const stored = await storeFile(file.bytes);
  const result = await carryOut(
    addProofIntention,
    viewer,
    { rowId, title: fields.get('title') ?? '', name: file.name, ...stored },
    fields.get('_key'),
  );
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
