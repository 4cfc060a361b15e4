import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { readUploadedForm } from '@/lib/platform/uploaded-form';
import { title, year } from '@/lib/roadmaps/action-input';
import { ROW_KINDS } from '@/lib/roadmaps/plan';
import { sheetOf } from '@/lib/roadmaps/plan-sheet';
import { readPlanFile } from '@/lib/roadmaps/read-plan-file';
import { calendarOf, roadmapReading } from '@/lib/roadmaps/roadmap';
import { insertRoadmap, workingSchools } from '@/lib/roadmaps/roadmap-store';
import { dueOfRow } from '@/lib/roadmaps/row-due';
import { ROADMAP_SPANS } from '@/lib/roadmaps/words';

const FILE_MAX = 20 * 2 ** 20;
/** Room for the fields and borders of a multipart form around the largest file. */
const FORM_MAX = FILE_MAX + 100_000;

const cell = z.string();
const createInput = z.strictObject({
  title,
  year,
  span: z.enum(ROADMAP_SPANS, 'Выберите, какой это год'),
  schoolId: z.union([z.literal(''), id]),
  sourceName: cell,
  reading: roadmapReading.nullable(),
  rows: z.array(
    z.strictObject({
      kind: z.enum(ROW_KINDS),
      ...{ number: cell, measure: cell, term: cell, responsible: cell, result: cell, form: cell },
    }),
  ),
});

const createIntention = {
  name: 'roadmap.create',
  permission: 'roadmap.change',
  input: createInput,
  run: async ({ viewer, tx, input }: QueryContext & { input: z.output<typeof createInput> }) => {
    const municipalityId = ownMunicipality(viewer);
    const schoolId = input.schoolId || null;
    const schools = await workingSchools(tx, municipalityId);
    if (schoolId !== null && !schools.some((school) => school.id === schoolId)) throw notFound();
    const rows = input.rows.map((row) => ({ ...row, item: null, ...dueOfRow(row, calendarOf(input)) }));
    const entityId = await insertRoadmap(tx, { ...input, municipalityId, schoolId, rows, authorId: viewer.userId });
    return {
      entity: 'roadmap',
      entityId,
      details: { name: input.title, rows: rows.length },
      message: rows.length > 0 ? 'План прочитан. Проверьте строки и вопросы.' : 'Дорожная карта создана.',
      to: links.roadmap(entityId),
    };
  },
} as const;

/**
 * A new roadmap from a plain form: `title`, `year`, `span`, `schoolId`, `_key` and perhaps `file`, whose table becomes its
 * rows. The path of the roadmap; the same form sent twice is one roadmap. A file that cannot be read makes none.
 */
export async function uploadRoadmap(viewer: Viewer, request: Request): Promise<string> {
  const { fields, files } = await readUploadedForm(request, FORM_MAX);
  const [file] = files;
  if (file && file.bytes.byteLength > FILE_MAX)
    throw new Refusal('too-large', 'Файл больше 20\u00a0МБ. Уберите из него картинки или разделите на части.');
  const text = (name: string) => fields.get(name) ?? '';
  const plan = file ? sheetOf(await readPlanFile(file)) : { rows: [], reading: null };
  const result = await carryOut(
    createIntention,
    viewer,
    {
      ...{ title: text('title'), year: text('year'), span: text('span'), schoolId: text('schoolId') },
      ...{ sourceName: file?.name ?? '', ...plan },
    },
    fields.get('_key'),
  );
  if (!result.ok) throw new Refusal('invalid', [result.message, ...Object.values(result.fields ?? {})].join(' '));
  return result.to ?? links.roadmaps();
}
