import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import type { CellInput, SheetPlan } from '@/lib/platform/spreadsheet/sheet-plan';
import { streamXlsx } from '@/lib/platform/spreadsheet/stream-xlsx';
import { guardZip } from '@/lib/platform/spreadsheet/zip-directory';

const COLUMNS = [
  { title: 'Школа', kind: 'text', width: 30 },
  { title: 'Сумма', kind: 'integer' },
  { title: 'Доля', kind: 'percent' },
  { title: 'Дата', kind: 'date' },
] as const;

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const sheet = (rows: SheetPlan['rows'], name = 'Школы'): SheetPlan => ({ name, columns: COLUMNS, rows });

/** Every part as text, in the order of the archive. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  return new Map(
    guardZip(bytes).map(({ name, offset, packed }) => {
      const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
      return [name, inflateRawSync(file.subarray(start, start + packed)).toString()];
    }),
  );
}

describe('a book comes back as it was written', () => {
  test('text, numbers, shares and dates', async () => {
    const bytes = await bytesOf(streamXlsx({ sheets: [sheet([['Школа «Рост» & <№ 5>', 12, 0.116, '2026-09-01']])] }));
    expect((await readTable(bytes, { fileName: 'x' })).rows).toEqual([
      ['Школа', 'Сумма', 'Доля', 'Дата'],
      ['Школа «Рост» & <№ 5>', '12', '0.116', '2026-09-01'],
    ]);
  });

  test('any text and any number', async () => {
    const cell = fc.tuple(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (rows) => {
        const columns = [
          { title: 'Т', kind: 'text' },
          { title: 'Ч', kind: 'number' },
        ] as const;
        const bytes = await bytesOf(streamXlsx({ sheets: [{ name: 'Л', columns, rows }] }));
        for (const xml of partsOf(bytes).values()) expect(() => parseXml(xml)).not.toThrow();
        const [, ...read] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
        expect(read.map((cells) => cells[1])).toEqual(rows.map(([, number]) => (number === 0 ? 0 : number)));
      }),
      { numRuns: 30 },
    );
  });

  test('several sheets, with names that a book may hold', async () => {
    const bytes = await bytesOf(streamXlsx({ sheets: [sheet([], 'Школы: все/часть'), sheet([], 'Школы: все/часть')] }));
    expect((await readXlsx(bytes)).sheets.map(({ name }) => name)).toEqual([
      'Школы  все часть',
      'Школы  все часть (2)',
    ]);
  });

  test('the same rows are the same bytes', async () => {
    const make = () => bytesOf(streamXlsx({ sheets: [sheet([['Школа', 1, 0.5, null]])] }));
    expect(await make()).toEqual(await make());
  });
});

describe('text is never a formula', () => {
  test.each([
    '=1+1',
    '+7 900',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '=HYPERLINK("http://x")',
  ])('%j', async (text) => {
    const bytes = await bytesOf(streamXlsx({ sheets: [sheet([[text]])] }));
    const xml = partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).not.toContain('<f');
    expect(xml).toMatch(/<c r="A2" s="3" t="inlineStr">/);
  });

  test('«_x0041_» stays what it is', async () => {
    const bytes = await bytesOf(streamXlsx({ sheets: [sheet([['_x0041_']])] }));
    expect((await readTable(bytes, { fileName: 'x' })).rows[1]).toEqual(['_x0041_']);
  });
});

test('a sheet has a frozen header, a filter over all rows and widths', async () => {
  const [found] = (await readXlsx(await bytesOf(streamXlsx({ sheets: [sheet([['а'], ['б']])] })))).sheets;
  expect(found).toMatchObject({ freezePane: { rows: 1 }, autoFilter: { range: 'A1:D3' } });
  expect(found?.columns?.[0]?.width).toBe(30);
});

test('the first bytes leave before the first row is asked for', async () => {
  let asked = false;
  async function* rows(): AsyncGenerator<CellInput[]> {
    asked = true;
    yield ['а'];
  }
  const reader = streamXlsx({ sheets: [sheet(rows())] }).getReader();
  expect((await reader.read()).value?.length).toBeGreaterThan(0);
  expect(asked).toBe(false);
  await reader.cancel();
});

test('rows are asked for no faster than the reader takes them', async () => {
  let made = 0;
  async function* rows(): AsyncGenerator<CellInput[]> {
    for (; made < 200_000; made++) yield [`Школа № ${Math.sin(made)}`, made, made / 7, null];
  }
  const reader = streamXlsx({ sheets: [sheet(rows())] }).getReader();
  for (let chunk = 0; chunk < 16; chunk++) await reader.read();
  expect(made).toBeLessThan(50_000);
  await reader.cancel();
});

test('an error of the rows breaks the file off', async () => {
  async function* rows(): AsyncGenerator<CellInput[]> {
    yield ['а'];
    throw new Error('the database is gone');
  }
  await expect(bytesOf(streamXlsx({ sheets: [sheet(rows())] }))).rejects.toThrow('the database is gone');
});

function parseXml(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}
