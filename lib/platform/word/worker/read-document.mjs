// @ts-check
import { Fault } from '../../spreadsheet/worker/fault.mjs';
import { gridOf, textOf } from './grid.mjs';
import { bullet } from './numbering.mjs';
import { attributesOf, scanXml, unescaped, wordPrefix } from './scan-xml.mjs';

/**
 * @typedef {import('../word-document').WordLine} WordLine
 * @typedef {import('../word-document').WordBlock} WordBlock
 * @typedef {{ span: number, down: 'start' | 'more' | null, isMore: boolean, lines: WordLine[], style: string | null | undefined }} RawCell
 * @typedef {{ isHeader: boolean, isDeleted: boolean, before: number, cells: RawCell[] }} RawRow
 * @typedef {{ widths: number[], rows: RawRow[], row: RawRow | null, cell: RawCell | null }} RawTable
 * @typedef {{ text: string, styleId: string | null, numId: string | null, level: number | null, letters: number, bold: number }} Paragraph
 */

/** Signs of one cell: a page of text is 3,000. */
const CELL_MAX = 20_000;

/** Settings of a revision that was replaced, and the second telling of a drawing for older readers. */
const PASSED_BY = new Set(['moveFrom', 'del', '?mc:Fallback']);
const isPassedBy = (/** @type {string} */ name) => PASSED_BY.has(name) || name.endsWith('Change');

/**
 * Paragraphs and tables of `word/document.xml` in their order. Read is what is printed: inserted text is, deleted and
 * hidden text is not. Text boxes and tables inside cells become lines of the cell.
 * @param {string} xml
 * @param {ReadonlyMap<string, { name: string }>} styles
 * @param {(styleId: string | null, numId: string | null, level: number | null) => string} labelOf
 * @returns {WordBlock[]}
 */
export function readDocument(xml, styles, labelOf) {
  /** @type {WordBlock[]} */
  const blocks = [];
  /** @type {RawTable[]} */
  const tables = [];
  /** @type {Paragraph[]} */
  const paragraphs = [];
  /** @type {{ isHidden: boolean, isBold: boolean }[]} */
  const runs = [];
  /** @type {string[]} */
  const path = [];
  /** @type {string | undefined} */
  let prefix;
  /** How many elements are open inside one that is passed by. */
  let passing = 0;
  const budget = { cells: 0 };

  /** @param {string} text */
  const write = (text) => {
    const paragraph = paragraphs.at(-1);
    const run = runs.at(-1);
    if (!paragraph || run?.isHidden) return;
    paragraph.text += text;
    const letters = text.replace(/\P{L}/gu, '').length;
    paragraph.letters += letters;
    if (run?.isBold) paragraph.bold += letters;
  };

  const finishParagraph = () => {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    const style = paragraph.styleId === null ? null : (styles.get(paragraph.styleId)?.name ?? paragraph.styleId);
    const label = labelOf(paragraph.styleId, paragraph.numId, paragraph.level);
    const isBold = paragraph.letters > 0 && paragraph.bold === paragraph.letters;
    /** @type {WordLine[]} */
    const lines = paragraph.text
      .split('\n')
      .map(tidy)
      .filter((text, index) => text !== '' || (index === 0 && label !== ''))
      .map((text, index) => ({ label: index === 0 ? label : '', text, style, isBold, isBreak: index > 0 }));
    const cell = tables.at(-1)?.cell;
    if (cell) {
      if (cell.style === undefined) cell.style = style;
      for (const line of lines) cell.lines.push(line);
    } else if (lines.length > 0) blocks.push({ kind: 'paragraph', lines, text: textOf(lines) });
  };

  const finishTable = () => {
    const table = tables.pop();
    if (!table) return;
    const rows = table.rows.filter((row) => !row.isDeleted);
    const cell = tables.at(-1)?.cell;
    if (cell) cell.lines = cell.lines.concat(rows.flatMap((row) => row.cells.flatMap(({ lines }) => lines)));
    else if (rows.length > 0) blocks.push(gridOf({ widths: table.widths, rows }, budget));
  };

  scanXml(xml, {
    open(name, raw) {
      prefix ??= wordPrefix(raw);
      const local = name.startsWith(prefix) ? name.slice(prefix.length) : `?${name}`;
      const parent = path.at(-1);
      path.push(local);
      if (passing > 0 || isPassedBy(local)) {
        const row = tables.at(-1)?.row;
        if (passing === 0 && local === 'del' && parent === 'trPr' && row) row.isDeleted = true;
        passing += 1;
        return;
      }
      const value = (/** @type {string} */ wanted = 'val') => attributesOf(raw).get(`${prefix}${wanted}`);
      const isOn = () => !['0', 'false', 'off'].includes(value() ?? '');
      const table = tables.at(-1);
      const paragraph = paragraphs.at(-1);
      switch (local) {
        case 'p':
          paragraphs.push({ text: '', styleId: null, numId: null, level: null, letters: 0, bold: 0 });
          break;
        case 'r':
          runs.push({ isHidden: false, isBold: false });
          break;
        case 'tbl':
          tables.push({ widths: [], rows: [], row: null, cell: null });
          break;
        case 'gridCol':
          table?.widths.push(whole(value('w'), 0));
          break;
        case 'tr':
          if (table) table.row = { isHeader: false, isDeleted: false, before: 0, cells: [] };
          break;
        case 'tblHeader':
          if (table?.row && parent === 'trPr') table.row.isHeader = isOn();
          break;
        case 'gridBefore':
          if (table?.row) table.row.before = whole(value(), 0);
          break;
        case 'tc':
          if (table) table.cell = { span: 1, down: null, isMore: false, lines: [], style: undefined };
          break;
        case 'gridSpan':
          if (table?.cell) table.cell.span = Math.max(1, whole(value(), 1));
          break;
        case 'vMerge':
          if (table?.cell) table.cell.down = value() === 'restart' ? 'start' : 'more';
          break;
        case 'hMerge':
          if (table?.cell) table.cell.isMore = value() !== 'restart';
          break;
        case 'pStyle':
          if (paragraph) paragraph.styleId = value() ?? null;
          break;
        case 'numId':
          if (paragraph) paragraph.numId = value() ?? null;
          break;
        case 'ilvl':
          if (paragraph) paragraph.level = whole(value(), 0);
          break;
        case 'vanish':
        case 'b': {
          const run = runs.at(-1);
          if (!run || parent !== 'rPr' || path.at(-3) !== 'r') break;
          if (local === 'b') run.isBold = isOn();
          else run.isHidden = isOn();
          break;
        }
        case 'tab':
        case 'ptab':
          if (parent === 'r') write('\t');
          break;
        case 'br':
        case 'cr':
          if (parent === 'r') write('\n');
          break;
        case 'noBreakHyphen':
          if (parent === 'r') write('-');
          break;
        case 'sym':
          if (parent === 'r') write(bullet(String.fromCodePoint(hex(value('char')))));
          break;
      }
    },
    close() {
      const local = path.pop();
      if (passing > 0) {
        passing -= 1;
        return;
      }
      const table = tables.at(-1);
      if (local === 'p') finishParagraph();
      else if (local === 'r') runs.pop();
      else if (local === 'tbl') finishTable();
      else if (local === 'tc' && table?.cell) {
        if (table.cell.lines.reduce((sum, { text }) => sum + text.length, 0) > CELL_MAX) throw new Fault('long-cell');
        table.row?.cells.push(table.cell);
        table.cell = null;
      } else if (local === 'tr' && table?.row) {
        table.rows.push(table.row);
        table.row = null;
      }
    },
    text(raw) {
      if (passing === 0 && path.at(-1) === 't') write(unescaped(raw));
    },
  });
  return blocks;
}

/**
 * As a person sees the line: no soft hyphens, no invisible signs, one space for all the kinds of them, or one tab where a
 * tab is among them.
 * @param {string} text
 */
const tidy = (text) =>
  text
    .replace(/[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replace(/[\s\p{Cc}]+/gu, (gap) => (gap.includes('\t') ? '\t' : ' '))
    .trim();

/**
 * @param {string | undefined} text
 * @param {number} otherwise
 */
const whole = (text, otherwise) => (text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise);

/** @param {string | undefined} text */
const hex = (text) => (text !== undefined && /^[0-9a-f]{1,4}$/i.test(text) ? Number.parseInt(text, 16) : 0x20);
