import { isDangerousText } from '@/lib/platform/spreadsheet/dangerous-text';
import type { CellInput, ColumnKind, ColumnPlan } from '@/lib/platform/spreadsheet/sheet-plan';
import { columnLetter } from '@/lib/platform/spreadsheet/table';

/** Index of a cell format in `stylesXml`. */
export const STYLE = { plain: 0, header: 1, text: 2, quoted: 3, integer: 4, number: 5, percent: 6, date: 7 } as const;

const STYLE_OF: Record<ColumnKind, number> = {
  text: STYLE.text,
  integer: STYLE.integer,
  number: STYLE.number,
  percent: STYLE.percent,
  date: STYLE.date,
};

/** A cell of Excel holds no more. */
const TEXT_MAX = 32_767;
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const EPOCH = Date.UTC(1899, 11, 30);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const NEEDS_CARE = /[&<>"\p{Cc}\uFFFE\uFFFF]/u;

/** Text for XML: characters that XML 1.0 cannot hold go. */
export const plainXmlText = (text: string): string =>
  NEEDS_CARE.test(text)
    ? text
        .replace(/[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu, '')
        .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '')
    : text;

/** The same for a cell: `_x0041_`, which Excel would read as «A», is shielded. */
export const xmlText = (text: string): string =>
  plainXmlText(text.includes('_') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text);

export function sheetHead(columns: readonly ColumnPlan[]): string {
  const widths = columns.map(
    ({ width = 14 }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map(({ title }, index) => textCell(`${columnLetter(index)}1`, title, STYLE.header));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>`
  );
}

/** `lastRow` is the number of rows with the header. */
export const sheetTail = (columns: readonly ColumnPlan[], lastRow: number) =>
  `</sheetData><autoFilter ref="A1:${columnLetter(columns.length - 1)}${lastRow}"/></worksheet>`;

/** The writer of rows for these columns; letters and styles are worked out once, not in 40,000 rows. */
export function rowWriter(columns: readonly ColumnPlan[]): (row: number, cells: readonly CellInput[]) => string {
  const plans = columns.map(({ kind }, index) => ({ kind, letter: columnLetter(index) }));
  return (row, cells) => {
    let xml = `<row r="${row}">`;
    for (let index = 0; index < plans.length; index++) {
      const plan = plans[index];
      const value = cells[index];
      if (plan && value !== null && value !== undefined && value !== '')
        xml += cell(`${plan.letter}${row}`, plan.kind, value);
    }
    return `${xml}</row>`;
  };
}

function cell(address: string, kind: ColumnKind, value: string | number | boolean | Date): string {
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? `<c r="${address}" s="${kind === 'text' ? STYLE.plain : STYLE_OF[kind]}"><v>${value}</v></c>`
      : '';
  if (typeof value === 'boolean') return textCell(address, value ? 'да' : 'нет', STYLE.text);
  const day =
    value instanceof Date
      ? value.getTime()
      : kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)
        ? Date.parse(value)
        : Number.NaN;
  if (!Number.isNaN(day)) return `<c r="${address}" s="${STYLE.date}"><v>${Math.floor((day - EPOCH) / DAY_MS)}</v></c>`;
  if (value instanceof Date) return '';
  return textCell(address, value, isDangerousText(value) ? STYLE.quoted : STYLE.text);
}

const textCell = (address: string, text: string, style: number) =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t${/^\s|\s$|[\t\n]/.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text.length > TEXT_MAX ? text.slice(0, TEXT_MAX) : text)}</t></is></c>`;
