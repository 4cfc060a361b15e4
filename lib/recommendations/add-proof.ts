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
import { assertAtWork, ownRecommendation, PROOFS_MAX } from '@/lib/recommendations/own-recommendation';
import { countProofs, insertProof, insertProofFile } from '@/lib/recommendations/proof-store';

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

const addProofIntention = {
  name: 'recommendation.add-proof',
  permission: 'recommendation.answer',
  input: z.strictObject({
    recommendationId: id,
    title: z.string().trim().max(200, 'Не длиннее 200 знаков'),
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    size: z.number(),
  }),
  run: async ({ viewer, input, tx }: QueryContext & { input: AddProof }) => {
    const { recommendationId, title, ...file } = input;
    const owner = await assertRoom({ viewer, tx }, recommendationId);
    const fileId = await insertProofFile(tx, owner, { ...file, createdById: viewer.userId });
    await insertProof(tx, owner, { title: title || file.name, fileId, addedById: viewer.userId });
    const details = { name: file.name, size: file.size };
    return { entity: 'recommendation', entityId: owner.id, details, message: 'Файл приложен.' };
  },
} as const;

type AddProof = {
  recommendationId: string;
  title: string;
  name: string;
  sha256: string;
  mediaType: string;
  size: number;
};

async function assertRoom(context: QueryContext, recommendationId: string) {
  const { recommendation, owner } = await ownRecommendation(context, recommendationId);
  assertAtWork(recommendation);
  if ((await countProofs(context.tx, recommendationId)) >= PROOFS_MAX)
    throw new Refusal('too-many', `К одной рекомендации прикладывают не больше ${PROOFS_MAX} подтверждений.`);
  return owner;
}

/**
 * A file that shows what was done, from a plain form (`file`, perhaps `title` and `_key`): the bytes are kept first, then
 * their row is written, so that a row never names a file that is not there. Returns what to say.
 */
export async function addProof(viewer: Viewer, recommendationId: string, request: Request): Promise<string> {
  await inScope(viewer, (tx) => assertRoom({ viewer, tx }, recommendationId));
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const stored = await storeFile(file.bytes);
  const result = await carryOut(
    addProofIntention,
    viewer,
    { recommendationId, title: fields.get('title') ?? '', name: file.name, ...stored },
    fields.get('_key'),
  );
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
