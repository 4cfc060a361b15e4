// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from './fault.mjs';
import { checkParts } from './inflate-check.mjs';
import { readBook } from './read-book.mjs';
import { readCsv } from './read-csv.mjs';

/**
 * Reads one file in its own thread, so that a hostile file costs this thread its heap or its time and nobody else's.
 * Plain JavaScript, because Node runs it from its path as it is: see docs/decisions on spreadsheets.
 */
const BATCH = 500;
const { bytes, format, sheet, encoding, delimiter, parts, rowsMax, columnsMax } = workerData;

/** @param {string[][]} rows */
function trimmed(rows) {
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === '') row.pop();
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  if (rows.length > rowsMax || rows.some((row) => row.length > columnsMax)) throw new Fault('too-many-cells');
  return rows;
}

async function read() {
  if (format === 'csv') {
    const { rows, ...rest } = readCsv(bytes, encoding, delimiter);
    return { rows: trimmed(rows), sheets: [''], sheet: '', merges: [], formulas: 0, errors: [], ...rest };
  }
  if (parts) checkParts(bytes, parts);
  const { rows, ...rest } = await readBook(bytes, format, sheet);
  return { rows: trimmed(rows), delimiter: null, quotes: [], ...rest };
}

try {
  const { rows, ...done } = await read();
  for (let at = 0; at < rows.length; at += BATCH)
    parentPort?.postMessage({ type: 'rows', rows: rows.slice(at, at + BATCH) });
  parentPort?.postMessage({ type: 'done', ...done });
} catch (error) {
  parentPort?.postMessage({ type: 'fault', fault: error instanceof Fault ? error.code : 'broken' });
}
