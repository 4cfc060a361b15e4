// @ts-check
import { cellText, isErrorCell } from './cell-text.mjs';
import { Fault } from './fault.mjs';
import { inflatePart } from './inflate-check.mjs';
import { bookFault, loadBook, sheetRows } from './read-book.mjs';

/**
 * @typedef {{ name: string, method: number, packed: number, size: number, offset: number }} Part
 * @typedef {(name: string) => void} OnSheet
 * @typedef {(row: string[]) => Promise<void> | undefined} OnRow
 */

/**
 * Every visible sheet of a book, row by row. An xlsx is parsed as a stream, so that its size does not decide the heap;
 * the older formats have no stream and are small.
 * @param {Uint8Array} bytes
 * @param {'xlsx' | 'xls' | 'ods'} format
 * @param {readonly Part[] | null} parts
 * @param {OnSheet} onSheet
 * @param {OnRow} onRow
 */
export async function scanBook(bytes, format, parts, onSheet, onRow) {
  if (format === 'xlsx' && parts) await scanXlsx(bytes, parts, onSheet, onRow);
  else await scanWhole(bytes, format, onSheet, onRow);
}

/**
 * @param {Uint8Array} bytes
 * @param {readonly Part[]} parts
 * @param {OnSheet} onSheet
 * @param {OnRow} onRow
 */
async function scanXlsx(bytes, parts, onSheet, onRow) {
  const { streamXlsxRows } = await import('hucre/xlsx');
  for (const name of visibleSheets(bytes, parts)) {
    onSheet(name);
    let at = 0;
    try {
      for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
        for (; at < index && at < ROWS_MAX; at++) await onRow([]);
        at += 1;
        await onRow(Array.from(values, (value) => (isErrorCell(value) ? '' : cellText(value, undefined))));
      }
    } catch (error) {
      throw bookFault(error);
    }
  }
}

/** A row number may lie; the reader gives up long before. */
const ROWS_MAX = 1_100_000;

/**
 * @param {Uint8Array} bytes
 * @param {readonly Part[]} parts
 */
function visibleSheets(bytes, parts) {
  const part = parts.find(({ name }) => name === 'xl/workbook.xml');
  if (!part) throw new Fault('broken');
  const xml = inflatePart(bytes, part).toString('utf8');
  const names = [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = /(?:^|\s)name="([^"]*)"/.exec(attributes)?.[1];
    return name === undefined || /state="(?:hidden|veryHidden)"/.test(attributes) ? [] : [unescaped(name)];
  });
  if (names.length === 0) throw new Fault('broken');
  return names;
}

/** @param {string} text */
const unescaped = (text) =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/**
 * @param {Uint8Array} bytes
 * @param {'xlsx' | 'xls' | 'ods'} format
 * @param {OnSheet} onSheet
 * @param {OnRow} onRow
 */
async function scanWhole(bytes, format, onSheet, onRow) {
  const book = await loadBook(bytes, format);
  for (const sheet of book.sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)) {
    onSheet(sheet.name);
    for (const row of sheetRows(sheet).rows) await onRow(row);
  }
}
