import 'server-only';
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Day } from '@/lib/kernel/day';
import type { SchoolYear } from '@/lib/kernel/school-year';
import type { Tx } from '@/lib/platform/prisma';
import { existingForImport, type RegisteredSchool } from '@/lib/schools/bulk-store';
import type { ImportFindings, ImportOptions } from '@/lib/schools/import/import-options';
import {
  fingerprintLine,
  IMPORT_RESULTS,
  type ImportRow,
  importRows,
  withYearRecords,
} from '@/lib/schools/import/import-row';
import { type MatchDecision, matchingSchools, type SchoolMatch } from '@/lib/schools/import/match-schools';
import type { ParsedSchools } from '@/lib/schools/import/school-row';

/** Longest piece of work between two looks at other requests. */
const SLICE_MS = 15;

/** Carries out steps in slices, so that a long list never keeps the process from other people's requests. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since > SLICE_MS) {
      await nextTurn();
      since = performance.now();
    }
  }
}

export type Check = {
  readonly matches: readonly SchoolMatch[];
  readonly rows: readonly ImportRow[];
  readonly known: ReadonlyMap<string, RegisteredSchool>;
  readonly summary: NonNullable<ImportFindings['summary']>;
};

/** What the list would do to the register as it is in this transaction. */
export async function checkList(
  tx: Tx,
  municipalityId: string,
  parsed: ParsedSchools,
  { decisions, year, day }: { decisions: ImportOptions['decisions']; year: SchoolYear; day: Day },
): Promise<Check> {
  const register = await existingForImport(tx, municipalityId, day, year);
  const known = new Map(register.map((school) => [school.id, school]));
  const matched = await inSlices(matchingSchools(parsed, register, decisionMap(decisions)));
  const matches = withYearRecords(matched, known, year);
  await nextTurn();
  const rows = importRows(parsed, matches);
  await nextTurn();
  return { matches, rows, known, summary: await inSlices(summing(rows)) };
}

const decisionMap = (decisions: ImportOptions['decisions']) =>
  new Map(
    Object.entries(decisions).map(([row, decided]): [number, MatchDecision] => [
      Number(row),
      decided === 'new' ? 'new' : { schoolId: decided },
    ]),
  );

function* summing(rows: readonly ImportRow[]): Generator<void, Check['summary']> {
  const hash = createHash('sha256');
  const counts = { NEW: 0, CHANGED: 0, UNCHANGED: 0, AMBIGUOUS: 0, ERROR: 0, SKIPPED: 0 };
  let warnings = 0;
  for (const row of rows) {
    hash.update(`${fingerprintLine(row)}\n`);
    counts[row.result] += 1;
    if (row.hasWarning) warnings += 1;
    yield;
  }
  return { rows: counts, warnings, fingerprint: hash.digest('hex') };
}

/** Nothing stands in the way of applying, as far as the rows go. */
export const isClean = ({ rows }: Check['summary']): boolean => (rows.ERROR ?? 0) + (rows.AMBIGUOUS ?? 0) === 0;

/** Rows of the file that hold a school. */
export const schoolRows = ({ rows }: Check['summary']): number =>
  IMPORT_RESULTS.reduce((sum, result) => sum + (result === 'SKIPPED' ? 0 : (rows[result] ?? 0)), 0);
