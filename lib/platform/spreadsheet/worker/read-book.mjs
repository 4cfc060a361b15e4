// @ts-check
import { cellText, isErrorCell } from './cell-text.mjs';
import { Fault } from './fault.mjs';

/**
 * @typedef {import('hucre').Sheet} Sheet
 * @typedef {{ rows: string[][], sheets: string[], sheet: string, merges: Merge[], formulas: number, errors: string[] }} Book
 * @typedef {{ startRow: number, endRow: number, startColumn: number, endColumn: number }} Merge
 */

const MERGES_MAX = 20_000;
const FILLED_MAX = 2_000_000;

/**
 * Parses one book and picks one sheet: the named one, or the first that is visible and not empty.
 * @param {Uint8Array} bytes
 * @param {'xlsx' | 'xls' | 'ods'} format
 * @param {string | undefined} wanted
 * @returns {Promise<Book>}
 */
export async function readBook(bytes, format, wanted) {
  const book = await loadBook(bytes, format, true);
  const visible = book.sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  const sheet =
    wanted === undefined ? (visible.find(hasCells) ?? visible[0]) : visible.find(({ name }) => name === wanted);
  if (!sheet) throw new Fault('no-sheet');
  const { rows, errors, merges } = sheetRows(sheet);
  const formulas = [...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined).length;
  return { rows, sheets: visible.map(({ name }) => name), sheet: sheet.name, merges, formulas, errors };
}

/**
 * The text of a sheet; the value of a merged range stands in each of its cells.
 * @param {Sheet} sheet
 */
export function sheetRows(sheet) {
  const { rows, errors } = textRows(sheet);
  return { rows, errors, merges: applyMerges(rows, sheet) };
}

/**
 * @param {Uint8Array} bytes
 * @param {'xlsx' | 'xls' | 'ods'} format
 * @param {boolean} [readStyles]
 */
export async function loadBook(bytes, format, readStyles = false) {
  try {
    if (format === 'ods') return await (await import('hucre/ods')).readOds(bytes);
    const { readXls, readXlsx } = await import('hucre/xlsx');
    return format === 'xls' ? await readXls(bytes) : await readXlsx(bytes, { readStyles });
  } catch (error) {
    throw bookFault(error);
  }
}

/**
 * What the library says about a book it cannot read, in our words.
 * @param {unknown} error
 */
export function bookFault(error) {
  if (error instanceof Fault) return error;
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : '';
  if (name === 'EncryptedFileError') return new Fault('encrypted');
  if (message.startsWith('Unsupported XLS version')) return new Fault('old-xls');
  return new Fault(/over the \d+ limit|outside the supported sheet bounds/.test(message) ? 'too-many-cells' : 'broken');
}

/** @param {Sheet} sheet */
const hasCells = (sheet) => sheet.rows.some((row) => row?.some((value) => value !== null && value !== ''));

/** @param {Sheet} sheet */
function textRows(sheet) {
  /** @type {string[]} */
  const errors = [];
  const rows = Array.from(sheet.rows, (row, rowIndex) =>
    Array.from(row ?? [], (value, column) => {
      if (isErrorCell(value)) {
        errors.push(`${letter(column)}${rowIndex + 1}`);
        return '';
      }
      const isPadded = typeof value === 'number' && sheet.cells !== undefined;
      return cellText(value, isPadded ? sheet.cells?.get(`${rowIndex},${column}`)?.style?.numFmt : undefined);
    }),
  );
  return { rows, errors };
}

/**
 * Writes the value of the first cell into all cells of each merged range, within the filled part of the sheet.
 * @param {string[][]} rows
 * @param {Sheet} sheet
 */
function applyMerges(rows, sheet) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let filled = 0;
  /** @type {Merge[]} */
  const merges = [];
  for (const range of (sheet.merges ?? []).slice(0, MERGES_MAX)) {
    const text = rows[range.startRow]?.[range.startCol] ?? '';
    const merge = {
      startRow: range.startRow,
      endRow: Math.min(range.endRow, rows.length - 1),
      startColumn: range.startCol,
      endColumn: Math.min(range.endCol, width - 1),
    };
    merges.push(merge);
    for (let at = merge.startRow; text !== '' && at <= merge.endRow; at++) {
      const row = rows[at];
      if (!row) continue;
      while (row.length <= merge.endColumn) row.push('');
      row.fill(text, merge.startColumn, merge.endColumn + 1);
      filled += merge.endColumn - merge.startColumn + 1;
    }
    if (filled > FILLED_MAX) throw new Fault('too-many-cells');
  }
  return merges;
}

/**
 * @param {number} index
 * @returns {string}
 */
function letter(index) {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
