// @ts-check
import { Fault } from '../../spreadsheet/worker/fault.mjs';

/**
 * @typedef {import('../word-document').WordTable} WordTable
 * @typedef {import('../word-document').WordCell} WordCell
 * @typedef {import('./read-document.mjs').RawRow} RawRow
 * @typedef {{ -readonly [K in keyof WordCell]: WordCell[K] }} Growing
 * @typedef {{ cell: Growing, start: number, isOpen: boolean }} Placed
 */

/** Word itself makes no more columns. */
const COLUMNS_MAX = 63;
const CELLS_MAX = 100_000;

/**
 * Cells with their spans laid out as a rectangle. A cell that goes on from above (vMerge) belongs to the one that begins
 * in the same grid column of the row above; where there is none it stands for itself.
 * @param {{ widths: readonly number[], rows: readonly RawRow[] }} table
 * @param {{ cells: number }} budget cells laid out so far in the document
 * @returns {WordTable}
 */
export function gridOf({ widths, rows }, budget) {
  /** @type {Placed[]} */
  let above = [];
  const laid = rows.map((row) => {
    above = place(row, above);
    return { isHeader: row.isHeader, placed: above };
  });
  const columns = laid.reduce((most, { placed }) => Math.max(most, endOf(placed)), 0);
  budget.cells += columns * rows.length;
  if (columns > COLUMNS_MAX || budget.cells > CELLS_MAX) throw new Fault('too-many-cells');
  /** @type {Set<Growing>} */
  const seen = new Set();
  return {
    kind: 'table',
    widths: Array.from({ length: columns }, (_, column) => widths[column] ?? 0),
    rows: laid.map(({ isHeader, placed }) => {
      /** @type {WordCell[]} */
      const cells = Array.from({ length: columns }, () => NOTHING);
      for (const { cell, start } of placed) {
        const covered = seen.has(cell) ? 'above' : null;
        seen.add(cell);
        for (let at = start; at < start + cell.columnSpan; at++)
          cells[at] = { ...cell, covered: at > start ? 'left' : covered };
      }
      return { isHeader, cells };
    }),
  };
}

/** @type {WordCell} */
const NOTHING = { text: '', lines: [], style: null, columnSpan: 1, rowSpan: 1, covered: null };

/** @param {readonly Placed[]} placed */
const endOf = (placed) => placed.reduce((end, { cell, start }) => Math.max(end, start + cell.columnSpan), 0);

/**
 * @param {RawRow} row
 * @param {readonly Placed[]} above
 */
function place(row, above) {
  /** @type {Placed[]} */
  const placed = [];
  let start = row.before;
  for (const { span, down, isMore, lines, style } of row.cells) {
    const left = placed.at(-1);
    if (isMore && left) {
      left.cell.columnSpan += span;
      left.cell.lines = [...left.cell.lines, ...lines];
      left.cell.text = textOf(left.cell.lines);
    } else {
      const over = down === 'more' ? above.find((one) => one.start === start && one.isOpen) : undefined;
      if (over) over.cell.rowSpan += 1;
      const cell =
        over?.cell ??
        /** @type {Growing} */ ({
          text: textOf(lines),
          lines,
          style: style ?? null,
          columnSpan: span,
          rowSpan: 1,
          covered: null,
        });
      placed.push({ cell, start, isOpen: down !== null });
    }
    start += span;
    if (start > COLUMNS_MAX) throw new Fault('too-many-cells');
  }
  return placed;
}

/** @param {readonly { label: string, text: string }[]} lines */
export const textOf = (lines) => lines.map(({ label, text }) => `${label} ${text}`.trim()).join('\n');
