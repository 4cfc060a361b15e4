// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from './fault.mjs';
import { checkParts } from './inflate-check.mjs';
import { readBook } from './read-book.mjs';
import { readCsv } from './read-csv.mjs';
import { scanBook } from './scan-book.mjs';

/**
 * Reads one file in its own thread, so that a hostile file costs this thread its heap or its time and nobody else's.
 * Plain JavaScript, because Node runs it from its path as it is: see docs/decisions on spreadsheets.
 */
const BATCH = 500;
/** Batches that may lie unread: a reader slower than the parser holds it back, so nothing piles up between them. */
const AHEAD = 4;
const { bytes, format, sheet, encoding, delimiter, parts, rowsMax, columnsMax, scan } = workerData;

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

async function whole() {
  const { rows, ...done } = await read();
  for (let at = 0; at < rows.length; at += BATCH)
    parentPort?.postMessage({ type: 'rows', rows: rows.slice(at, at + BATCH) });
  parentPort?.postMessage({ type: 'done', ...done });
}

/** Rows of every visible sheet in turn; each batch waits until the reader has taken an earlier one. */
async function scanned() {
  /** @type {string[][]} */
  let batch = [];
  let total = 0;
  let sent = 0;
  let taken = 0;
  /** @type {(() => void) | undefined} */
  let wake;
  parentPort?.on('message', () => {
    taken += 1;
    wake?.();
  });
  const flush = async () => {
    if (batch.length === 0) return;
    parentPort?.postMessage({ type: 'rows', rows: batch });
    batch = [];
    sent += 1;
    while (sent - taken >= AHEAD)
      await new Promise((resolve) => {
        wake = () => resolve(undefined);
      });
  };
  /** @param {string[]} row */
  const onRow = (row) => {
    while (row.length > 0 && row[row.length - 1] === '') row.pop();
    if (row.length > columnsMax) throw new Fault('too-many-cells');
    total += 1;
    // Rows of nothing at the end of a sheet are no rows; Excel sometimes leaves a million of them.
    if (row.length > 0 && total > rowsMax) throw new Fault('too-many-cells');
    batch.push(row);
    return batch.length >= BATCH ? flush() : undefined;
  };
  /** @param {string} name */
  const onSheet = (name) => {
    if (batch.length > 0) parentPort?.postMessage({ type: 'rows', rows: batch });
    if (batch.length > 0) sent += 1;
    batch = [];
    parentPort?.postMessage({ type: 'sheet', name });
  };
  if (format === 'csv') {
    onSheet('');
    for (const row of readCsv(bytes, encoding, delimiter).rows) await onRow(row);
  } else {
    if (parts) checkParts(bytes, parts);
    await scanBook(bytes, format, parts, onSheet, onRow);
  }
  await flush();
  parentPort?.postMessage({ type: 'done' });
  parentPort?.close();
}

try {
  await (scan ? scanned() : whole());
} catch (error) {
  parentPort?.postMessage({ type: 'fault', fault: error instanceof Fault ? error.code : 'broken' });
  parentPort?.close();
}
