import { writeOds, writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import { READ_FAULT_WORDS } from '@/lib/platform/spreadsheet/words';
import { encode1251 } from '@/tests/fixtures/schools/encode-1251';
import { writeXls } from '@/tests/fixtures/schools/write-xls';
import { bookEntries, buildZip } from './build-zip';

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const CSV = 'Код;Школа\r\n0012;"Школа ""Рост"", № 5"\r\n';
const CSV_ROWS = [
  ['Код', 'Школа'],
  ['0012', 'Школа "Рост", № 5'],
];

describe('csv is read in every usual encoding and with every usual delimiter', () => {
  test.each([
    ['utf-8 with a mark', utf8(`\uFEFF${CSV}`), 'utf-8'],
    ['utf-8 without a mark', utf8(CSV), 'utf-8'],
    ['windows-1251', encode1251(CSV), 'windows-1251'],
    ['utf-16 with a mark', wide(`\uFEFF${CSV}`), 'utf-16le'],
    ['utf-16 with the other mark', new Uint8Array(Buffer.from(`\uFEFF${CSV}`, 'utf16le').swap16()), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await readTable(bytes, { fileName: 'x.csv' })).toMatchObject({
      format: 'csv',
      encoding,
      rows: CSV_ROWS,
      delimiter: ';',
    });
  });

  test.each([
    ['commas', 'Код,Школа\n0012,"Школа, № 5"\n', ','],
    ['tabs', 'Код\tШкола\n0012\tШкола, № 5\n', '\t'],
    ['a first line that names the delimiter', 'sep=,\nКод,Школа\n0012,"Школа, № 5"\n', ','],
    ['semicolons with commas in names', 'Код;Школа\n0012;Школа, № 5\n0013;"Школа, лицей, № 6"\n', ';'],
  ])('%s', async (_, text, delimiter) => {
    const table = await readTable(utf8(text), { fileName: 'x.csv' });
    expect(table).toMatchObject({ delimiter });
    expect(table.rows[1]?.[1]).toBe('Школа, № 5');
  });

  test('the choice of the person wins over the guess', async () => {
    const table = await readTable(utf8('а;б,в\n'), { fileName: 'x.csv', delimiter: ',', encoding: 'windows-1251' });
    expect(table).toMatchObject({ delimiter: ',', encoding: 'windows-1251' });
    expect(table.rows[0]).toHaveLength(2);
  });

  test('bytes that the chosen encoding does not know are refused', async () => {
    const read = readTable(encode1251(CSV), { fileName: 'x.csv', encoding: 'utf-8' });
    await expect(read).rejects.toThrow(READ_FAULT_WORDS.encoding);
  });
});

describe('a cell is read as the person sees it', () => {
  const rows = [
    ['Код', 'Дата', 'Да', 'Число'],
    ['0012', new Date(Date.UTC(2026, 8, 1)), true, 12.5],
  ];

  test('text keeps its zeros, dates are ISO, numbers are plain', async () => {
    const read = [
      ['Код', 'Дата', 'Да', 'Число'],
      ['0012', '2026-09-01', 'ИСТИНА', '12.5'],
    ];
    expect((await readTable(await writeXlsx({ sheets: [{ name: 'Лист', rows }] }), { fileName: 'x' })).rows).toEqual(
      read,
    );
    expect((await readTable(await writeOds({ sheets: [{ name: 'Лист', rows }] }), { fileName: 'x' })).rows).toEqual(
      read,
    );
  });

  test('a number shown as 0012 by its format keeps the zeros', async () => {
    const cells = new Map([['0,0', { value: 12, type: 'number' as const, style: { numFmt: '0000' } }]]);
    const table = await readTable(await writeXlsx({ sheets: [{ name: 'Лист', rows: [[12]], cells }] }), {
      fileName: 'x',
    });
    expect(table.rows).toEqual([['0012']]);
  });

  test('a long number is not rounded into an exponent', async () => {
    const table = await readTable(await writeXlsx({ sheets: [{ name: 'Лист', rows: [[123456789047]] }] }), {
      fileName: 'x',
    });
    expect(table.rows).toEqual([['123456789047']]);
  });

  test('of a formula only the value is taken, and the person is told', async () => {
    const table = await readTable(
      buildZip(bookEntries('<row r="1"><c r="A1"><f>HYPERLINK("http://x")</f><v>3</v></c></row>')),
      { fileName: 'x' },
    );
    expect(table.rows).toEqual([['3']]);
    expect(table.warnings).toEqual([expect.stringContaining('сами формулы не загружаются')]);
  });

  test('a cell with an error is empty and named', async () => {
    const table = await readTable(
      buildZip(bookEntries('<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><v>1</v></c></row>')),
      { fileName: 'x' },
    );
    expect(table.rows[1]).toEqual(['', '', '1']);
    expect(table.warnings).toEqual(['Ячейки с ошибкой вычисления прочитаны как пустые: B2.']);
  });

  test('each cell of a merged range holds its value', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }];
    const cells = [
      ['а', null, 'б'],
      [null, null, 'в'],
    ];
    const filled = [
      ['а', 'а', 'б'],
      ['а', 'а', 'в'],
    ];
    for (const bytes of [
      await writeXlsx({ sheets: [{ name: 'Лист', rows: cells, merges }] }),
      await writeOds({ sheets: [{ name: 'Лист', rows: cells, merges }] }),
      writeXls('Лист', cells, merges),
    ]) {
      const table = await readTable(bytes, { fileName: 'x' });
      expect(table.rows).toEqual(filled);
      expect(table.merges).toEqual([{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }]);
    }
  });
});

describe('the sheet to read', () => {
  const bytes = () =>
    writeXlsx({
      sheets: [
        { name: 'Пустой' },
        { name: 'Скрытый', rows: [['тайна']], hidden: true },
        { name: 'Школы', rows: [['Код']] },
        { name: 'Ещё', rows: [['Иное']] },
      ],
    });

  test('is the first that is visible and not empty', async () => {
    const table = await readTable(await bytes(), { fileName: 'x' });
    expect(table).toMatchObject({ sheet: 'Школы', sheets: ['Пустой', 'Школы', 'Ещё'], rows: [['Код']] });
  });

  test('is the one that the person names', async () => {
    expect((await readTable(await bytes(), { fileName: 'x', sheet: 'Ещё' })).rows).toEqual([['Иное']]);
  });

  test('must exist', async () => {
    await expect(readTable(await bytes(), { fileName: 'x', sheet: 'Нет' })).rejects.toThrow(
      READ_FAULT_WORDS['no-sheet'],
    );
  });
});

test('reading tells how many rows have come', async () => {
  const seen: number[] = [];
  const csv = Array.from({ length: 1_200 }, (_, index) => `${index};школа`).join('\n');
  await readTable(utf8(csv), { fileName: 'x.csv', onProgress: (rows) => seen.push(rows) });
  expect(seen).toEqual([500, 1_000, 1_200]);
});

test('what a file is called decides nothing', async () => {
  expect((await readTable(utf8(CSV), { fileName: 'школы.xlsx' })).format).toBe('csv');
});
