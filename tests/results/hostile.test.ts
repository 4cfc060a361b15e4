import { describe, expect, test } from 'vitest';
import { READ_FAULT_WORDS } from '@/lib/platform/spreadsheet/words';
import { PROFILES } from '@/lib/results/layouts/profiles';
import { countFile } from '@/lib/results/read-job';
import { type Cell, giaBlock, vpr2021, vpr2022 } from '@/prisma/seed/builders/exam-files';
import { examPupils, examSchools, MATH_4 } from '@/prisma/seed/builders/exam-pupils';
import { writeXls } from '../fixtures/schools/write-xls';
import { bookEntries, buildZip } from '../platform/spreadsheet/build-zip';
import { HOSTILE } from '../platform/spreadsheet/hostile-corpus';
import { xlsx } from './support/book';

const PUPILS = examPupils(1, examSchools(2), MATH_4, 10);
const NAME = 'ВПР 2022 математика 4 класс.xlsx';
const count = (bytes: Uint8Array, name = NAME) => countFile(bytes, name, PROFILES);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Cells as another program writes them. */
function sheetXml(
  rows: readonly (readonly Cell[])[],
  cell: (text: string, at: string, isNumber: boolean) => string,
): string {
  return rows
    .map((row, index) => {
      const cells = row.flatMap((value, column) =>
        value === null
          ? []
          : [cell(escaped(String(value)), `${letters(column)}${index + 1}`, typeof value === 'number')],
      );
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    })
    .join('');
}

describe('a file of results that could harm the portal is refused with a sentence', () => {
  test.each(HOSTILE)('%s', async (_, bytes, fault) => {
    await expect(count(bytes)).rejects.toMatchObject({ name: 'Refusal', message: READ_FAULT_WORDS[fault] });
  });

  test('250,000 rows are given up, not counted', async () => {
    const rows = Array.from(
      { length: 250_000 },
      (_, index) => `<row><c><v>${Math.imul(index, 2_654_435_761) >>> 0}</v></c></row>`,
    );
    const bytes = buildZip(bookEntries(rows.join('')));
    await expect(count(bytes)).rejects.toMatchObject({ message: READ_FAULT_WORDS['too-many-cells'] });
  });
});

describe('a file of another program is counted the same', () => {
  const rows = vpr2022(PUPILS, MATH_4)[1]?.rows ?? [];
  const expected = async () => (await count(await xlsx({ name: 'Протокол', rows }))).tallies;

  test('a book of 1С without addresses of cells', async () => {
    const full = rows.map((row) => row.map((value) => value ?? ''));
    const xml = sheetXml(full, (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
    expect((await count(buildZip(bookEntries(xml)))).tallies).toEqual(await expected());
  });

  test('formulas with their values: the value counts, the formula does not', async () => {
    const xml = sheetXml(rows, (text, at, isNumber) =>
      isNumber ? `<c r="${at}"><f>1+1</f><v>${text}</v></c>` : `<c r="${at}" t="str"><f>"x"</f><v>${text}</v></c>`,
    );
    expect((await count(buildZip(bookEntries(xml)))).tallies).toEqual(await expected());
  });

  test('a book of .NET with prefixed names', async () => {
    const xml = sheetXml(rows, (text, at, isNumber) =>
      isNumber ? `<x:c r="${at}"><x:v>${text}</x:v></x:c>` : `<x:c r="${at}" t="str"><x:v>${text}</x:v></x:c>`,
    ).replaceAll(/<(\/?)row/g, '<$1x:row');
    const parts = bookEntries('').map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? {
            ...part,
            body: `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${xml}</x:sheetData></x:worksheet>`,
          }
        : part,
    );
    expect((await count(buildZip(parts))).tallies).toEqual(await expected());
  });

  test('text in cp866', async () => {
    const decoder = new TextDecoder('ibm866');
    const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
    const sheet = vpr2021(PUPILS, MATH_4);
    const text = sheet.rows.map((row) => row.map((cell) => cell ?? '').join(';')).join('\r\n');
    const reading = await count(Uint8Array.from(text, (sign) => bytes.get(sign) ?? 0x3f));
    expect(reading.tallies).toHaveLength(2);
    expect(reading.tallies).toEqual((await count(await xlsx(sheet))).tallies);
  });

  test('an old binary protocol whose every second column is merged into the one before it', async () => {
    const mark = () => 4;
    const some = PUPILS.filter(({ school }) => school.code === '1001');
    const block = giaBlock(some, '02 - Математика 2022.05.23', { exam: 'OGE', isSparse: true }, mark);
    const merges = block.flatMap((row, index) =>
      row.length < 4
        ? [{ startRow: index, endRow: index, startCol: 0, endCol: 28 }]
        : Array.from({ length: row.length / 2 }, (_, at) => ({
            startRow: index,
            endRow: index,
            startCol: at * 2,
            endCol: at * 2 + 1,
          })),
    );
    const sparse = await count(
      writeXls(
        'Лист1',
        block.map((row) => [...row]),
        merges,
      ),
      '02_2022.05.23.xls',
    );
    const plain = await count(
      await xlsx({ name: 'Лист1', rows: giaBlock(some, '02 - Математика 2022.05.23', { exam: 'OGE' }, mark) }),
    );
    expect(sparse.works[0]?.about).toEqual(plain.works[0]?.about);
    expect(sparse.tallies).toEqual(plain.tallies);
  });
});

test('a table of forty thousand lines of shares is counted in a moment', async () => {
  const schools = examSchools(40_000);
  const rows: Cell[][] = [
    ['Год', 'Класс', 'Предмет', 'Муниципалитет', 'Логин', 'ОО', 'Кол-во участников', '2', '3', '4', '5'],
    ...schools.map(({ number, name }): Cell[] => [
      '2022',
      5,
      'Математика',
      'М',
      `edu${number}`,
      name,
      20,
      '10',
      '40',
      '30',
      '20',
    ]),
  ];
  const { tallies, problems } = await count(await xlsx({ name: 'marks', rows }), 'marks.xlsx');
  expect(tallies).toHaveLength(40_000);
  expect(problems).toEqual([]);
});
