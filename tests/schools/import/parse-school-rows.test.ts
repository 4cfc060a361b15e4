import { describe, expect, test } from 'vitest';
import { parseSchoolRows } from '@/lib/schools/import/parse-school-rows';
import type { RowIssue } from '@/lib/schools/import/school-row';

const HEADER = ['Код', 'Наименование', 'Вид', 'Место', 'Классы', 'Обучающихся', 'ИНН', 'Логин', 'E-mail'];
const COLUMNS = { code: 0, name: 1, kind: 2, place: 3, grades: 4, pupils: 5, inn: 6, fisOko: 7, email: 8 };
const GOOD = ['0012', 'СШ № 12', 'СОШ', 'город', '1-11', '640', '1234567894', 'edu990012', 'a@example.org'];

const parse = (...rows: readonly (readonly string[])[]) =>
  parseSchoolRows([HEADER, ...rows], { headerRow: 0, columns: COLUMNS });

const changed = (column: keyof typeof COLUMNS, text: string) =>
  GOOD.map((cell, index) => (index === COLUMNS[column] ? text : cell));

describe('each fault is named by row, column and sentence', () => {
  const faults: readonly [string, keyof typeof COLUMNS, string, RowIssue['severity'], string, RegExp][] = [
    ['a broken ИНН is left out', 'inn', '1234567890', 'warning', 'G', /ИНН «1234567890» неверен/],
    ['a login of another form is left out', 'fisOko', 'школа12', 'warning', 'H', /не похож на логин/],
    ['a broken e-mail is left out', 'email', 'нет почты', 'warning', 'I', /не похож на адрес/],
    ['a code of two digits is kept', 'code', '12', 'warning', 'A', /не 3–6 цифр/],
    ['a code with spaces and signs stops', 'code', '12?5', 'error', 'A', /не похож на код/],
    ['a number that is none stops', 'pupils', 'много', 'error', 'F', /не число обучающихся/],
    ['grades that are none stop', 'grades', 'разные', 'error', 'E', /не распознаны/],
    ['no name stops', 'name', '', 'error', 'B', /Нет наименования/],
    ['an unknown kind is taken from the name', 'kind', 'прочее', 'warning', 'C', /взят из наименования/],
    ['grades that became a date are read back', 'grades', '2026-11-01', 'warning', 'E', /в дату; прочитано как 1–11/],
  ];
  test.each(faults)('%s', (_, field, text, severity, letter, message) => {
    const { issues } = parse(changed(field, text));
    expect(issues).toEqual([
      { row: 2, column: { letter, title: HEADER[COLUMNS[field]] }, severity, message: expect.stringMatching(message) },
    ]);
  });

  test('a good row says nothing', () => {
    expect(parse(GOOD)).toMatchObject({
      issues: [],
      skipped: [],
      schools: [{ row: 2, code: '0012', kind: 'SECONDARY', place: 'CITY', pupils: 640 }],
    });
  });

  test('dirt from outside never stops the import, and is not stored', () => {
    const [school] = parse(changed('inn', '1234567890')).schools;
    expect(school?.inn).toBeNull();
  });
});

test('a code shorter than its neighbours may have lost its zeros', () => {
  const rows = ['0011', '0012', '0013', '14'].map((code) => [code, `СШ № ${code}`]);
  const { issues, schools } = parse(...rows);
  expect(issues).toMatchObject([{ row: 5, severity: 'warning', message: expect.stringContaining('нули в начале') }]);
  expect(schools.at(-1)?.code).toBe('14');
});

test('two rows about one school are named', () => {
  const { issues } = parse(GOOD, GOOD);
  expect(issues.map(({ row, column, severity }) => [row, column?.letter, severity])).toEqual([
    [3, 'A', 'error'],
    [3, 'H', 'error'],
    [3, 'G', 'warning'],
  ]);
});

test('rows without a school are passed over, and told', () => {
  const { schools, skipped, issues } = parse(
    ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    ['Городские школы', 'Городские школы'],
    GOOD,
    [],
    HEADER,
    ['Итого', '', '', '', '', '640'],
    ['Директор центра ____________'],
  );
  expect(schools.map(({ row }) => row)).toEqual([4]);
  expect(skipped.map(({ row, reason }) => [row, reason])).toEqual([
    [2, 'строка с номерами столбцов'],
    [3, 'заголовок раздела'],
    [6, 'повтор заголовка таблицы'],
    [7, 'итоговая строка'],
    [8, 'подпись или примечание'],
  ]);
  expect(issues).toEqual([]);
});

test('what the list does not say, the person may say for all', () => {
  const rows = [
    ['Код', 'Наименование'],
    ['0012', 'Школа № 12'],
  ];
  const mapping = { headerRow: 0, columns: { code: 0, name: 1 } };
  expect(parseSchoolRows(rows, mapping).schools).toMatchObject([{ kind: null, place: null }]);
  expect(parseSchoolRows(rows, mapping, { kind: 'SECONDARY', place: 'CITY' }).schools).toMatchObject([
    { kind: null, place: null, guessed: { kind: 'SECONDARY', place: 'CITY' } },
  ]);
});
