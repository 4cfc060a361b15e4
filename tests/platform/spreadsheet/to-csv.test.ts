import { describe, expect, test } from 'vitest';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import type { CellInput } from '@/lib/platform/spreadsheet/sheet-plan';
import { toCsv } from '@/lib/platform/spreadsheet/to-csv';

const COLUMNS = [
  { title: 'Школа', kind: 'text' },
  { title: 'Число', kind: 'number' },
] as const;

async function csvOf(rows: readonly (readonly CellInput[])[]): Promise<string> {
  let text = '';
  for await (const line of toCsv({ columns: COLUMNS, rows })) text += line;
  return text;
}

describe('csv carries no formula', () => {
  test.each(['=1+1', '+7', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
    '%j gets an apostrophe',
    async (text) => {
      const { rows } = await readTable(new TextEncoder().encode(await csvOf([[text, 1]])), { fileName: 'x.csv' });
      expect(rows[1]?.[0]).toBe(`'${text}`);
    },
  );

  test('a negative number stays a number, with a comma', async () => {
    expect(await csvOf([['Школа', -1.5]])).toBe('\uFEFFШкола;Число\r\nШкола;-1,5\r\n');
  });
});

test('quotes, delimiters and line ends come back as written', async () => {
  const text = 'Школа "Рост"; № 5\nвторая строка';
  const { rows } = await readTable(new TextEncoder().encode(await csvOf([[text, 1]])), { fileName: 'x.csv' });
  expect(rows[1]).toEqual([text, '1']);
});
