import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import type { Viewer } from '@/lib/access/viewer';
import { assertFillable, type CardState } from '@/lib/diagnostics/cards/card-state';
import { lockedCardOf } from '@/lib/diagnostics/cards/carry-card';
import { countEvidence, EVIDENCE_MAX, insertEvidence, insertFile } from '@/lib/diagnostics/cards/evidence-store';
import { id, newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { methodOfVersion } from '@/lib/methodology/queries';
import { storeFile, UPLOAD_MAX } from '@/lib/platform/files';
import { inScope, type Tx } from '@/lib/platform/prisma';
import { cleanFileName, readUploadedForm } from '@/lib/platform/uploaded-form';

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

export type Upload = {
  readonly item: string;
  readonly title: string;
  readonly key: string | undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** The parts of an uploaded form: `item`, `file`, and perhaps `title` and `_key`. */
export async function readUpload(request: Request): Promise<Upload> {
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const text = (name: string) => fields.get(name) ?? '';
  return { ...file, item: text('item'), title: text('title'), key: text('_key') || undefined };
}

/** Refuses a proof of what the school is not asked, and one more than anybody would read. Under the lock of the card. */
export async function assertRoomForEvidence(tx: Tx, card: CardState, item: string): Promise<void> {
  const { method } = await methodOfVersion(tx, card.versionId);
  const found = compileMethod(method).items.find((one) => one.code === item);
  if (!found?.on) throw notFound();
  if ((await countEvidence(tx, card.id, item)) >= EVIDENCE_MAX) {
    throw new Refusal('too-many', `К одному ответу прикладывают не больше ${EVIDENCE_MAX} подтверждений.`);
  }
}

async function assertRoom(context: QueryContext, cardId: string, item: string): Promise<CardState> {
  const card = await lockedCardOf(context, cardId);
  assertFillable(card, context.viewer.timeZone);
  await assertRoomForEvidence(context.tx, card, item);
  return card;
}

/** The row of an uploaded file and the proof that names it, with the journal; once for a key. */
const addFileIntention = {
  name: 'evidence.add',
  permission: 'card.fill',
  input: z.strictObject({
    cardId: id,
    item: z.string().min(1).max(32),
    title: z.string().trim().max(200, 'Не длиннее 200 знаков'),
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    size: z.number(),
  }),
  run: async ({ viewer, input, tx }: QueryContext & { input: AddFile }) => {
    const card = await assertRoom({ viewer, tx }, input.cardId, input.item);
    const { sha256, mediaType, size, name } = input;
    const fileId = newId();
    await insertFile(tx, {
      id: fileId,
      municipalityId: card.municipalityId,
      schoolId: card.schoolId,
      createdById: viewer.userId,
      ...{ sha256, mediaType, size, name },
    });
    const title = input.title || name;
    const entityId = await insertEvidence(tx, { card, item: input.item, title, fileId, addedById: viewer.userId });
    return {
      entity: 'evidence',
      entityId,
      details: { card: card.id, item: input.item, kind: 'file', size },
      message: 'Файл приложен.',
    };
  },
} as const;

type AddFile = {
  cardId: string;
  item: string;
  title: string;
  name: string;
  sha256: string;
  mediaType: string;
  size: number;
};

/** Keeps the bytes, then writes their row: a file without a row is rubbish, a row without a file would be a loss. */
export async function addFile(viewer: Viewer, cardId: string, upload: Upload): Promise<string> {
  await inScope(viewer, (tx) => assertRoom({ viewer, tx }, cardId, upload.item));
  const { bytes, item, title, key, name } = upload;
  const stored = await storeFile(bytes);
  const result = await carryOut(
    addFileIntention,
    viewer,
    { cardId, item, title, name: cleanFileName(name), ...stored },
    key,
  );
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
