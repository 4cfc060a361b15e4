import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import { streamXlsx } from '@/lib/platform/spreadsheet/stream-xlsx';
import { guessMapping } from '@/lib/schools/import/guess-mapping';
import { matchSchools } from '@/lib/schools/import/match-schools';
import { parseSchoolRows } from '@/lib/schools/import/parse-school-rows';
import { schoolTemplate, templateRows } from '@/lib/schools/import/template';

async function parseFile(bytes: Uint8Array, fileName: string) {
  const { rows } = await readTable(bytes, { fileName });
  const mapping = guessMapping(rows);
  return mapping ? parseSchoolRows(rows, mapping) : null;
}

describe('a list with all the dirt of real ones gives the same schools from every format', () => {
  test.each(['dirty-list.xlsx', 'dirty-list.xls', 'dirty-list.ods', 'dirty-list-utf8.csv', 'dirty-list-1251.csv'])(
    '%s',
    async (name) => {
      const parsed = await parseFile(
        readFileSync(path.join(import.meta.dirname, '../../fixtures/schools', name)),
        name,
      );
      expect(
        parsed?.schools.map((school) => [
          school.row,
          school.code,
          school.name,
          school.kind,
          school.place,
          school.pupils,
        ]),
      ).toEqual([
        [7, '0012', 'МБОУ «Средняя школа № 12»', 'SECONDARY', 'CITY', 640],
        [8, '0013', 'МАОУ «Гимназия № 13»', 'GYMNASIUM', 'CITY', 1_020],
        [9, '0105', 'МКОУ «Основная школа № 5»', 'BASIC', 'VILLAGE', 58],
        [10, '14', 'МБОУ «Лицей № 14 имени «Первых строителей»»', 'LYCEUM', 'TOWN', 311],
        [11, '0201', 'МБОУ «Начальная школа № 21»', 'PRIMARY', 'VILLAGE', 37],
      ]);
      expect(parsed?.issues.map(({ row, column, severity }) => [row, column?.letter, severity])).toEqual([
        [8, 'J', 'warning'],
        [10, 'B', 'warning'],
      ]);
      expect(parsed?.skipped.map(({ row }) => row)).toEqual([6, 13, 14]);
      expect(matchSchools(parsed ?? { schools: [], issues: [], skipped: [] }, []).map(({ result }) => result)).toEqual(
        Array(5).fill('new'),
      );
    },
  );
});

test('the template is read back without a single remark', async () => {
  const stream = streamXlsx({ sheets: schoolTemplate() });
  const parsed = await parseFile(new Uint8Array(await new Response(stream).arrayBuffer()), 'шаблон.xlsx');
  expect(parsed?.issues).toEqual([]);
  expect(matchSchools(parsed ?? { schools: [], issues: [], skipped: [] }, [])).toHaveLength(templateRows.length);
  expect(parsed?.schools).toMatchObject([
    { code: '0012', grades: { length: 11 } },
    { contexts: ['SMALL_RURAL', 'REMOTE'] },
  ]);
});
