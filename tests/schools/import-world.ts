import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Viewer } from '@/lib/access/viewer';
import { fileColumns } from '@/lib/schools/import/column-choice';
import type { ImportField } from '@/lib/schools/import/import-field';
import type { ImportFilter, ImportView } from '@/lib/schools/import/import-view';
import { applyList, chooseColumns } from '@/lib/schools/import-actions';
import { type ImportPage, importPage } from '@/lib/schools/import-queries';
import type { ImportStatus } from '@/lib/schools/import-store';
import { uploadImport } from '@/lib/schools/upload-import';

process.env.FILES_DIR = mkdtempSync(path.join(tmpdir(), 'imports-'));

export const fixture = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/schools', name));

/** A list as a spreadsheet saves it: a header and rows, by semicolons. */
export const csv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  new TextEncoder().encode([header, ...rows].map((row) => row.join(';')).join('\r\n'));

export const HEADER = [
  'Код школы',
  'Полное наименование',
  'Краткое наименование',
  'Вид школы',
  'Место',
  'Число обучающихся',
];

/** A row that has everything a new school needs. */
export const schoolLine = (code: string, pupils = 100, name = `Средняя школа № ${Number(code)}`) => [
  code,
  `МБОУ «${name}»`,
  name,
  'СОШ',
  'город',
  pupils,
];

/** Sends a file and gives the import's id. */
export async function upload(viewer: Viewer, bytes: Uint8Array, name = 'список.csv', key = randomUUID()) {
  const address = await uploadImport(viewer, { name, bytes }, key);
  return address.split('/').at(-1) ?? '';
}

export const look = (viewer: Viewer, id: string, show?: ImportView): Promise<ImportPage> =>
  importPage.as(viewer, id, { show, after: undefined, before: undefined } satisfies ImportFilter);

/** Visits the import, as an open page does, until it is in one of the states. */
export async function until(viewer: Viewer, id: string, ...states: ImportStatus[]): Promise<ImportPage> {
  for (;;) {
    const page = await look(viewer, id);
    if (states.includes(page.found.status)) return page;
    if (page.found.status !== 'READING') throw new Error(`${page.found.status}: ${page.found.failure}`);
    await pause(20);
  }
}

/** The form of the columns as the page offers it, with some choices changed. */
export function columnForm(page: ImportPage, changes: Readonly<Record<string, ImportField | ''>> = {}) {
  const { found } = page;
  const guess = found.findings?.guess ?? { headerRow: -1, columns: {} };
  const columns = fileColumns(found.findings?.head ?? [], { headerRow: guess.headerRow, columns: guess.columns });
  return {
    id: found.id,
    version: String(found.version),
    year: String(found.options.year),
    kind: '',
    place: '',
    ...Object.fromEntries(columns.map(({ index, field }) => [`column-${index}`, field])),
    ...changes,
  };
}

/** From a file to its preview, with the columns as guessed and what else the form should say. */
export async function toPreview(
  viewer: Viewer,
  bytes: Uint8Array,
  name?: string,
  form: Readonly<Record<string, string>> = {},
) {
  const id = await upload(viewer, bytes, name);
  const mapping = await until(viewer, id, 'MAPPING');
  const result = await chooseColumns.as(viewer, { ...columnForm(mapping), ...form });
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`);
  return until(viewer, id, 'PREVIEW');
}

export const apply = (viewer: Viewer, { found }: ImportPage) =>
  applyList.as(viewer, { id: found.id, version: String(found.version) });

/** How many rows came to what. */
export const tally = ({ found }: ImportPage) => {
  const { NEW, CHANGED, UNCHANGED, AMBIGUOUS, ERROR, SKIPPED } = found.findings?.summary?.rows ?? {};
  return [NEW, CHANGED, UNCHANGED, AMBIGUOUS, ERROR, SKIPPED];
};
