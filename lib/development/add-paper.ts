import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { idOrNone, text } from '@/lib/development/action-input';
import { assertPaperRoom, ownerOfPaper, ownPapers } from '@/lib/development/own-papers';
import { insertPaper, insertPaperFile } from '@/lib/development/paper-store';
import { PAPER_KINDS } from '@/lib/development/words';
import { Refusal } from '@/lib/kernel/refusal';
import { storeFile, UPLOAD_MAX } from '@/lib/platform/files';
import { readUploadedForm } from '@/lib/platform/uploaded-form';

/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = UPLOAD_MAX + 100_000;

const input = z.strictObject({
  ...{ packageId: idOrNone, minutesId: idOrNone, title: text(200), kind: z.enum(PAPER_KINDS, 'Выберите, что это') },
  ...{ name: z.string(), sha256: z.string(), mediaType: z.string(), size: z.number() },
});

const addPaperIntention = {
  name: 'development.add-paper',
  permission: 'development.report',
  input,
  run: async (context: QueryContext & { input: z.output<typeof input> }) => {
    const { viewer, tx } = context;
    const { packageId, minutesId, title, kind, ...file } = context.input;
    const municipalityId = ownMunicipality(viewer);
    const of = await ownPapers(context, ownerOfPaper({ packageId, minutesId }));
    await assertPaperRoom(tx, of);
    const place = { municipalityId, schoolId: viewer.schoolId };
    const fileId = await insertPaperFile(tx, place, { ...file, createdById: viewer.userId });
    await insertPaper(tx, municipalityId, of, { kind, title: title || file.name, fileId, addedById: viewer.userId });
    return {
      entity: 'packageId' in of ? 'course_package' : 'association',
      entityId: 'packageId' in of ? of.packageId : of.minutesId,
      details: { name: file.name, size: file.size },
      message: 'Файл приложен.',
    };
  },
} as const;

/**
 * A file of a package or of minutes from a plain form (`file`, what it belongs to, its kind, perhaps `title` and `_key`): the
 * bytes are kept first, then their row is written, so that a row never names a file that is not there. Returns what to say.
 */
export async function addPaper(viewer: Viewer, request: Request): Promise<string> {
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (!file) throw new Refusal('invalid', 'Выберите файл и отправьте ещё раз.', { file: 'Файл не выбран' });
  const stored = await storeFile(file.bytes);
  const said = Object.fromEntries(
    ['packageId', 'minutesId', 'title', 'kind'].map((name) => [name, fields.get(name) ?? '']),
  );
  const result = await carryOut(addPaperIntention, viewer, { ...said, name: file.name, ...stored }, fields.get('_key'));
  if (!result.ok) throw new Refusal('invalid', result.message, result.fields);
  return result.message ?? '';
}
