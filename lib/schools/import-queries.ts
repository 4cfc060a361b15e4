import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { inScope, type Tx } from '@/lib/platform/prisma';
import { FORMAT_WORDS } from '@/lib/platform/spreadsheet/words';
import type { ImportResult } from '@/lib/schools/import/import-row';
import type { ImportFilter, ImportsFilter, ImportView } from '@/lib/schools/import/import-view';
import { tendImport } from '@/lib/schools/import-job';
import {
  type ImportRowLine,
  importById,
  importLines,
  type RowFilter,
  rowLines,
  type SchoolImport,
} from '@/lib/schools/import-store';

const PAGE_SIZE = 25;
const ROWS_SIZE = 50;
const EXPORT_BATCH = 1000;

const VIEW: Record<ImportView, Pick<RowFilter, 'results' | 'warned'>> = {
  new: { results: ['NEW'] },
  changed: { results: ['CHANGED'] },
  ask: { results: ['AMBIGUOUS'] },
  errors: { results: ['ERROR'] },
  warnings: { warned: true },
  unchanged: { results: ['UNCHANGED'] },
  skipped: { results: ['SKIPPED'] },
};

/** Cuts the one row too many, turns a page read backwards, and says whether there are neighbours. */
function pageOf<Row>(found: readonly Row[], size: number, place: { after?: unknown; before?: unknown }) {
  const back = place.after === undefined && place.before !== undefined;
  const kept = found.slice(0, size);
  const more = found.length > size;
  return {
    rows: back ? kept.toReversed() : kept,
    hasAfter: back || more,
    hasBefore: place.after !== undefined || (back && more),
  };
}

/** Who loaded which list, when, and what came of it. */
export const importsPage = defineQuery('school.import', async ({ viewer, tx }, place: ImportsFilter) => {
  const found = await importLines(tx, ownMunicipality(viewer), place, PAGE_SIZE);
  const { rows, hasAfter, hasBefore } = pageOf(found, PAGE_SIZE, place);
  const [after, before] = [rows.at(-1)?.id, rows[0]?.id];
  return {
    imports: rows,
    timeZone: viewer.timeZone,
    ...(hasAfter && after ? { after } : {}),
    ...(hasBefore && before ? { before } : {}),
  };
});
export type ImportsPage = Awaited<ReturnType<typeof importsPage>>;

async function seenImport(tx: Tx, viewer: Viewer, address: string): Promise<SchoolImport> {
  const known = id.safeParse(address).data;
  if (!known) throw notFound();
  const found = await importById(tx, ownMunicipality(viewer), known);
  await tendImport(viewer, found);
  return found;
}

/** One import in whatever state it is; the rows of its preview or of its result are a page of them. */
export const importPage = defineQuery(
  'school.import',
  async ({ viewer, tx }, address: string, filter: ImportFilter) => {
    const found = await seenImport(tx, viewer, address);
    const hasRows = found.status === 'PREVIEW' || found.status === 'APPLIED';
    const results: Pick<RowFilter, 'results' | 'warned'> = filter.show ? VIEW[filter.show] : { results: ALL_VIEW };
    const rows = hasRows
      ? await rowLines(
          tx,
          ownMunicipality(viewer),
          found.id,
          { ...results, after: filter.after, before: filter.before },
          ROWS_SIZE,
        )
      : [];
    const page = pageOf(rows, ROWS_SIZE, filter);
    const [after, before] = [page.rows.at(-1)?.row, page.rows[0]?.row];
    return {
      found,
      rows: page.rows,
      show: filter.show,
      formatWord: found.findings ? FORMAT_WORDS[found.findings.format] : '',
      timeZone: viewer.timeZone,
      presentYear: schoolYearAt(new Date(), viewer.timeZone),
      ...(page.hasAfter && after !== undefined ? { after: String(after) } : {}),
      ...(page.hasBefore && before !== undefined ? { before: String(before) } : {}),
    };
  },
);
export type ImportPage = Awaited<ReturnType<typeof importPage>>;

/** Without a view: the rows that hold a school. */
const ALL_VIEW: readonly ImportResult[] = ['NEW', 'CHANGED', 'UNCHANGED', 'AMBIGUOUS', 'ERROR'];

/** How far an import is, for a page that waits; asking keeps a dead reading from staying dead. */
export const importState = defineQuery('school.import', async ({ viewer, tx }, address: string) => {
  const { status, version, rowsDone, rowsTotal } = await seenImport(tx, viewer, address);
  return { status, version, rowsDone, rowsTotal };
});
export type ImportState = Awaited<ReturnType<typeof importState>>;

/** The rows with remarks, for a file; read in batches, a transaction each. The journal says who took them. */
export async function remarkedRows(viewer: Viewer, importId: string): Promise<AsyncGenerator<ImportRowLine>> {
  if (!can(viewer.role, 'school.import')) throw notFound();
  const municipalityId = ownMunicipality(viewer);
  await inScope(viewer, async (tx) => {
    const { fileName } = await importById(tx, municipalityId, importId);
    const details = { file: fileName };
    await writeJournal(tx, { action: 'school.import-errors', entity: 'school-import', entityId: importId, details });
  });
  return batches(viewer, municipalityId, importId);
}

async function* batches(viewer: Viewer, municipalityId: string, importId: string): AsyncGenerator<ImportRowLine> {
  let after = -1;
  for (;;) {
    const found = await inScope(viewer, (tx) => rowLines(tx, municipalityId, importId, { after }, EXPORT_BATCH));
    const batch = found.slice(0, EXPORT_BATCH);
    yield* batch.filter(({ content }) => content.remarks.length > 0);
    const last = batch.at(-1);
    if (!last || found.length <= EXPORT_BATCH) return;
    after = last.row;
  }
}
