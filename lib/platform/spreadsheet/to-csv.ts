import { isDangerousText } from '@/lib/platform/spreadsheet/dangerous-text';
import type { CellInput, SheetPlan } from '@/lib/platform/spreadsheet/sheet-plan';

/**
 * One sheet as csv for a Russian Excel: a byte order mark, `;`, CRLF, a decimal comma. Dangerous text gets an apostrophe
 * in front, because csv has no other way to say that it is text (security rule 15); numbers stay numbers, so −5 is −5.
 */
export async function* toCsv({ columns, rows }: Pick<SheetPlan, 'columns' | 'rows'>): AsyncGenerator<string> {
  yield `\uFEFF${line(columns.map((column) => column.title))}`;
  for await (const row of rows) yield line(columns.map((_, index) => row[index]));
}

const line = (cells: readonly CellInput[]) => `${cells.map((cell) => quoted(cellText(cell))).join(';')}\r\n`;

function cellText(cell: CellInput): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  if (typeof cell === 'boolean') return cell ? 'да' : 'нет';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return isDangerousText(cell) ? `'${cell}` : cell;
}

const quoted = (text: string) => (/[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
