import 'server-only';
import { toRefusal } from '@/lib/access/fault';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { dayAt } from '@/lib/kernel/day';
import { Refusal } from '@/lib/kernel/refusal';
import { dropFile, keptFile } from '@/lib/platform/kept-file';
import { log } from '@/lib/platform/log';
import { inScope } from '@/lib/platform/prisma';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import type { Table } from '@/lib/platform/spreadsheet/table';
import { guessAt } from '@/lib/schools/import/column-choice';
import { guessMapping } from '@/lib/schools/import/guess-mapping';
import { COLUMNS_MAX, HEAD_ROWS, type ImportFindings, mappingOf } from '@/lib/schools/import/import-options';
import { parsingSchoolRows } from '@/lib/schools/import/parse-school-rows';
import { checkList, inSlices } from '@/lib/schools/import-check';
import {
  addRows,
  beat,
  dropRows,
  importById,
  moveImport,
  type SchoolImport,
  takeOverReading,
} from '@/lib/schools/import-store';

const BEAT_MS = 2000;
/** Rows that go to the database in one statement: short enough to write between other people's requests. */
const BATCH = 250;
/** A cell of the top of the sheet is shown, not stored. */
const CELL_MAX = 200;

/** The reading has been cancelled, or another reader has taken it over. */
class Superseded extends Error {}

type Place = { readonly municipalityId: string; readonly id: string; readonly version: number };

/**
 * Reads the kept file of an import that is in the state READING at this version: up to the question about columns, or,
 * when they are confirmed, up to the preview. Progress and signs of life go into its row, so any process may carry on
 * after this one. Never throws: what went wrong stands in the import.
 */
export async function readImport(viewer: Viewer, id: string, version: number): Promise<void> {
  const place: Place = { municipalityId: ownMunicipality(viewer), id, version };
  const rows = { done: 0, total: 0 };
  let superseded = false;
  const tell = async () => {
    superseded ||= !(await inScope(viewer, (tx) => beat(tx, place, rows)));
    if (superseded) throw new Superseded();
  };
  const pulse = setInterval(() => {
    tell().catch((error: unknown) => {
      if (!(error instanceof Superseded)) log.warn({ import: id, err: error }, 'an import could not tell its progress');
    });
  }, BEAT_MS);
  try {
    const known = await inScope(viewer, (tx) => importById(tx, place.municipalityId, id));
    const bytes = await keptFile(id);
    if (!bytes) throw new Refusal('not-found', 'Файл больше не хранится. Загрузите его снова.');
    const table = await readTable(bytes, {
      fileName: known.fileName,
      onProgress: (done) => {
        rows.done = done;
      },
      ...(known.options.sheet === undefined ? {} : { sheet: known.options.sheet }),
      ...(known.options.encoding === undefined ? {} : { encoding: known.options.encoding }),
      ...(known.options.delimiter === undefined ? {} : { delimiter: known.options.delimiter }),
    });
    await tell();
    const findings = findingsOf(table, known);
    if (mappingOf(known.options)) await preview(viewer, place, known, table, findings, rows, tell);
    else await finish(viewer, place, 'MAPPING', findings);
  } catch (error) {
    if (!(error instanceof Superseded)) await fail(viewer, place, error);
  } finally {
    clearInterval(pulse);
  }
}

function findingsOf(table: Table, known: SchoolImport): ImportFindings {
  const head = table.rows
    .slice(0, HEAD_ROWS)
    .map((row) => row.slice(0, COLUMNS_MAX).map((text) => text.slice(0, CELL_MAX)));
  const { headerRow } = known.options;
  const guess = headerRow === undefined ? guessMapping(head) : guessAt(head, headerRow);
  const { format, sheets, sheet, encoding, delimiter, warnings } = table;
  return {
    ...{ format, sheet, encoding, delimiter, head },
    sheets: [...sheets],
    warnings: [...warnings],
    guess: guess ?? { headerRow: -1, columns: {} },
  };
}

async function preview(
  viewer: Viewer,
  place: Place,
  { options }: SchoolImport,
  table: Table,
  findings: ImportFindings,
  progress: { done: number; total: number },
  tell: () => Promise<void>,
): Promise<void> {
  const mapping = mappingOf(options);
  if (!mapping) return;
  const { kind, place: where, decisions, year } = options;
  const parsed = await inSlices(
    parsingSchoolRows(table.rows, mapping, { ...(kind ? { kind } : {}), ...(where ? { place: where } : {}) }),
  );
  const day = dayAt(new Date(), viewer.timeZone);
  const { rows, summary } = await inScope(viewer, (tx) =>
    checkList(tx, place.municipalityId, parsed, { decisions, year, day }),
  );
  progress.total = rows.length;
  progress.done = 0;
  await tell();
  await inScope(viewer, (tx) => dropRows(tx, place.municipalityId, place.id));
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    progress.done = at + batch.length;
    await inScope(viewer, async (tx) => {
      if (!(await beat(tx, place, progress))) throw new Superseded();
      await addRows(tx, place.municipalityId, place.id, batch);
    });
  }
  await finish(viewer, place, 'PREVIEW', { ...findings, summary });
}

async function finish(
  viewer: Viewer,
  place: Place,
  status: 'MAPPING' | 'PREVIEW',
  findings: ImportFindings,
): Promise<void> {
  const rows = findings.summary?.rows;
  const counts = rows && {
    created: rows.NEW ?? 0,
    changed: rows.CHANGED ?? 0,
    unchanged: rows.UNCHANGED ?? 0,
    errors: (rows.ERROR ?? 0) + (rows.AMBIGUOUS ?? 0),
  };
  await inScope(viewer, (tx) =>
    moveImport(tx, place, ['READING'], { status, findings, ...(counts ? { counts } : {}) }),
  );
}

/** A choice that cannot be read (a sheet, an encoding) leads back to the choice; anything else ends the import. */
async function fail(viewer: Viewer, place: Place, error: unknown): Promise<void> {
  const failure = toRefusal(error, 'school.import-read').message;
  try {
    await inScope(viewer, async (tx) => {
      const known = await importById(tx, place.municipalityId, place.id);
      const { findings, options } = known;
      if (!findings) return moveImport(tx, place, ['READING'], { status: 'FAILED', failure });
      const { sheet: _sheet, encoding: _encoding, delimiter: _delimiter, columns: _columns, ...kept } = options;
      const back = {
        ...kept,
        sheet: findings.sheet,
        ...(findings.encoding ? { encoding: findings.encoding } : {}),
        ...(findings.delimiter ? { delimiter: findings.delimiter } : {}),
      };
      return moveImport(tx, place, ['READING'], { status: 'MAPPING', failure, options: back });
    });
  } catch (fault) {
    // The database is away: the beat grows old and the next visit reads again.
    log.warn({ import: place.id, err: fault }, 'an import could not tell that it failed');
  }
}

/** Starts a reading and does not wait for it: the answer to the person is the row, which is already committed. */
function startReading(viewer: Viewer, id: string, version: number): void {
  readImport(viewer, id, version).catch((error: unknown) => log.error({ import: id, err: error }, 'a reader broke'));
}

/** What each visit does for an import: begins a dead reading anew, and drops the file of one that has ended. */
export async function tendImport(
  viewer: Viewer,
  seen: Pick<SchoolImport, 'id' | 'status' | 'isSilent'>,
): Promise<void> {
  if (seen.status === 'READING' && seen.isSilent) {
    const version = await inScope(viewer, (tx) => takeOverReading(tx, ownMunicipality(viewer), seen.id));
    if (version !== undefined) startReading(viewer, seen.id, version);
  }
  if (seen.status === 'APPLIED' || seen.status === 'CANCELLED' || seen.status === 'FAILED') await dropFile(seen.id);
}
