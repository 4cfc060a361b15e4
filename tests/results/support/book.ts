import { writeXlsx } from 'hucre';
import { scanTable } from '@/lib/platform/spreadsheet/read-table';
import { PROFILES } from '@/lib/results/layouts/profiles';
import type { About } from '@/lib/results/reading/about';
import { FileReader } from '@/lib/results/reading/file-reader';
import type { Reading } from '@/lib/results/reading/reading';
import type { Cell, ExamSheet } from '@/prisma/seed/builders/exam-files';
import { encode1251 } from '../../fixtures/schools/encode-1251';
import { writeXls } from '../../fixtures/schools/write-xls';

const copy = (rows: readonly (readonly Cell[])[]) => rows.map((row) => [...row]);

export const xlsx = (...sheets: readonly ExamSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: copy(rows) })) });

/** Merges every pair of columns in every row, as the sparse protocols do. */
export const xls = ({ name, rows }: ExamSheet, merges: Parameters<typeof writeXls>[2] = []): Uint8Array =>
  writeXls(name, copy(rows), merges);

const quoted = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** As old programs save it: windows-1251, semicolons, CRLF. */
export const csv1251 = ({ rows }: ExamSheet): Uint8Array =>
  encode1251(rows.map((row) => row.map(quoted).join(';')).join('\r\n'));

/** A file read the way an upload is, down to the worker. */
export async function read(bytes: Uint8Array, fileName: string, about: Partial<About> = {}): Promise<Reading> {
  const reader = new FileReader({ fileName, profiles: PROFILES, about });
  await scanTable(bytes, {
    onSheet: (name) => reader.sheet(name),
    onRows: (rows) => {
      for (const row of rows) reader.row(row);
    },
  });
  return reader.finish();
}
