import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { type CentreEvent, MATERIAL_KINDS } from '@/lib/events/event';
import { lockEvent } from '@/lib/events/event-store';
import { countMaterials, insertEventFile, insertMaterial, MATERIALS_MAX } from '@/lib/events/material-store';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';
import { storeFile, UPLOAD_MAX } from '@/lib/platform/files';
import { inScope, type Tx } from '@/lib/platform/prisma';
import { readUploadedForm } from '@/lib/platform/uploaded-form';

/** The path of a form that sends a file for an event. */
export const materialParams = z.object({ eventId: id });

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

/** The event of the viewer's scope, held, with room for one thing more. */
export async function assertRoomForMaterial(tx: Tx, municipalityId: string, eventId: string): Promise<CentreEvent> {
  const event = await lockEvent(tx, municipalityId, eventId);
  if ((await countMaterials(tx, event.id)) >= MATERIALS_MAX) {
    throw new Refusal('too-many', `К мероприятию прикладывают не больше ${MATERIALS_MAX} материалов.`);
  }
  return event;
}

const fileInput = z.strictObject({
  eventId: id,
  materialKind: z.enum(MATERIAL_KINDS, 'Выберите, что это'),
  title: z.string().trim().max(200, 'Не длиннее 200 знаков'),
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

/** The row of an uploaded file and the material that names it, with the journal; once for a key. */
const addFileIntention = {
  name: 'event.material-add',
  permission: 'event.change',
  input: fileInput,
  run: async ({ viewer, input, tx }: QueryContext & { input: z.output<typeof fileInput> }) => {
    const event = await assertRoomForMaterial(tx, ownMunicipality(viewer), input.eventId);
    const { sha256, mediaType, size, name, materialKind: kind } = input;
    const file = { sha256, mediaType, size, name, createdById: viewer.userId };
    const fileId = await insertEventFile(tx, event.municipalityId, file);
    const title = input.title || name;
    const entityId = await insertMaterial(tx, event, { kind, title, fileId, addedById: viewer.userId });
    const details = { event: event.id, kind: 'file', size };
    return { entity: 'event_material', entityId, details, message: 'Файл приложен.' };
  },
} as const;

/** Reads the form (`file`, `materialKind`, perhaps `title` and `_key`), keeps the bytes, then writes their row. */
export async function addMaterialFile(viewer: Viewer, eventId: string, request: Request): Promise<string> {
  await inScope(viewer, (tx) => assertRoomForMaterial(tx, ownMunicipality(viewer), eventId));
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const stored = await storeFile(file.bytes);
  const result = await carryOut(
    addFileIntention,
    viewer,
    {
      eventId,
      materialKind: fields.get('materialKind') ?? '',
      title: fields.get('title') ?? '',
      name: file.name,
      ...stored,
    },
    fields.get('_key') || undefined,
  );
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
