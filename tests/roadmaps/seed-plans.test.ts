import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import { readWordTables } from '@/lib/platform/word/read-word-tables';
import { writeWord } from '@/lib/platform/word/write-word';
import type { RowWords } from '@/lib/roadmaps/plan';
import { planDocument } from '@/lib/roadmaps/plan-document';
import { readSheetPlan, readWordPlan, type TitledPlan } from '@/lib/roadmaps/plan-tables';
import { CITY_HEADER, CITY_ROWS } from '@/tests/fixtures/roadmaps/city-plan';
import { DISTRICT_ROWS } from '@/tests/fixtures/roadmaps/district-plan';
import { cityDocx, districtDocx } from './build-seed-docx';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/roadmaps');

function planOf(bytes: Uint8Array): TitledPlan {
  const reading = readWordTables(bytes);
  const plan = reading.ok ? readWordPlan(reading.blocks) : undefined;
  if (!plan) throw new Error('no plan');
  return plan;
}

const district = planOf(readFileSync(path.join(FIXTURES, 'district-plan.docx')));
const city = planOf(readFileSync(path.join(FIXTURES, 'city-plan.docx')));
const of = (plan: TitledPlan, kind: RowWords['kind']) => plan.rows.filter((row) => row.kind === kind);
const doubted = (plan: TitledPlan) => plan.doubts.map(({ at, kind }) => [at, kind]);

it('the documents beside the tests are those that the builder makes', () => {
  expect(planOf(districtDocx())).toEqual(district);
  expect(planOf(cityDocx())).toEqual(city);
});

describe('the roadmap of a district', () => {
  it('is 24 rows of four columns, numbered 1 to 24', () => {
    expect(district.rows.map(({ kind, number }) => [kind, number])).toEqual(
      Array.from({ length: 24 }, (_, index) => ['ROW', `${index + 1}`]),
    );
    expect(district.columns.map(({ column }) => column)).toEqual(['number', 'measure', 'term', 'responsible']);
    expect(district.title).toBe(
      'Дорожная карта проекта «Образовательный центр поддержки и развития муниципальной системы образования»',
    );
  });

  it('has every cell as it is written; row 13, broken by a page and a second header, is one', () => {
    const [, ...source] = DISTRICT_ROWS;
    const whole = source.filter(([number]) => number !== '' && number !== '13');
    const cells = ({ number, measure, term, responsible }: RowWords) => [number, measure, term, responsible];
    expect(district.rows.filter(({ number }) => number !== '13').map(cells)).toEqual(whole);
    expect(district.rows[12]).toMatchObject({
      measure: 'Организация сопровождения школ с низкими результатами обучения,',
      term: 'в течение года',
      responsible: 'МОЦ, СОИРО',
    });
  });

  it('accounts for every row of its table and names the table that is no plan', () => {
    expect(district.account).toEqual({
      ...{ read: 26, rows: 24, joined: 1, headers: 1 },
      ...{ headings: 0, subRows: 0, parts: 0, above: 0 },
    });
    expect(doubted(district)).toEqual([
      [16, 'joined'],
      [0, 'unread-table'],
    ]);
  });
});

describe('the roadmap of a city', () => {
  it('is 30 rows and 19 sub-rows under two sections and four subsections', () => {
    expect(of(city, 'ROW')).toHaveLength(30);
    expect(of(city, 'SUBROW')).toHaveLength(19);
    expect(of(city, 'SECTION').map(({ number }) => number)).toEqual(['1.', '2.']);
    expect(of(city, 'SUBSECTION').map(({ measure }) => measure.slice(0, 22))).toEqual([
      'Создание организационн',
      'Выявление условий для ',
      'Создание системы консу',
      'Развитие кадрового пот',
    ]);
    expect(city.columns.map(({ title }) => title)).toEqual(CITY_HEADER);
    expect(city.title).toMatch(/^«Дорожная карта» муниципального проекта .* \(2018 - 2019 г\.г\.\)$/);
  });

  it('keeps the numbers as they are written, without 4, with 5 without its point, anew under each heading', () => {
    const source = CITY_ROWS.flatMap((row) => (typeof row === 'string' ? [] : [row[0]]));
    expect(of(city, 'ROW').map(({ number }) => number)).toEqual(source);
    expect(doubted(city)).toEqual([
      [11, 'number-skips'],
      [20, 'number-repeats'],
      [26, 'part-terms'],
      [27, 'number-repeats'],
      [32, 'number-repeats'],
      [35, 'part-terms'],
      [0, 'unread-table'],
    ]);
  });

  it('has terms, executors, results and forms as they are written', () => {
    const source = CITY_ROWS.flatMap((row) => (typeof row === 'string' ? [] : [row.slice(2)]));
    expect(of(city, 'ROW').map(({ term, responsible, result, form }) => [term, responsible, result, form])).toEqual(
      source,
    );
  });

  it('gives sub-rows the terms that their lines name', () => {
    const parts = (from: string) => {
      const at = city.rows.findIndex(({ kind, measure }) => kind === 'ROW' && measure.startsWith(from));
      const next = city.rows.findIndex(({ kind }, index) => index > at && kind !== 'SUBROW');
      return city.rows.slice(at + 1, next);
    };
    expect(parts('Организация сопровождения').map(({ term }) => term)).toEqual(['Март', 'Апрель-октябрь']);
    expect(parts('Организационно-управленческое').map(({ term }) => term)).toEqual(
      Array.from({ length: 2 }, () => 'Май\nИюнь\nсентябрь, ноябрь'),
    );
    const staff = parts('Обеспечение профессионального развития');
    expect(staff).toHaveLength(11);
    expect(staff.slice(-4).map(({ measure, term }) => [measure.slice(0, 14), term])).toEqual([
      ['организация и ', 'Март – декабрь'],
      ['межшкольный пе', 'Сентябрь - октябрь'],
      ['круглый стол «', 'Октябрь-ноябрь'],
      ['творческий отч', 'Ноябрь - декабрь'],
    ]);
    expect(parts('Организация конкурсов').map(({ measure }) => measure)).toContain(
      '«Современный урок - как основа эффективного и качественного образования»;',
    );
  });

  it('accounts for every row of its table', () => {
    expect(city.account).toEqual({
      ...{ read: 36, headings: 6, rows: 30, joined: 0, headers: 0 },
      ...{ subRows: 0, parts: 19, above: 1 },
    });
  });
});

const head = {
  title: 'Дорожная карта',
  year: 2018,
  span: 'CALENDAR',
  status: 'APPROVED',
  schoolName: null,
  orderNumber: '43-о/д',
  orderDate: '2018-03-01',
  officeName: 'Отдела по образованию',
} as const;

describe.each([
  ['district', district],
  ['city', city],
])('the %s plan as the portal writes it', (_, plan) => {
  it('is read back the same, without doubts about what was joined', async () => {
    const again = planOf(await writeWord(planDocument(head, plan.rows)));
    expect(again.rows).toEqual(plan.rows);
    expect(again.columns.map(({ column }) => column)).toEqual(plan.columns.map(({ column }) => column));
    expect(again.title).toBe('Дорожная карта на 2018 год');
    expect(again.doubts.filter(({ kind }) => kind === 'joined' || kind === 'part-terms')).toEqual([]);
  });
});

it('the same table out of a book of Excel is the same plan', async () => {
  const width = CITY_HEADER.length;
  const rows = [
    ['Дорожная карта проекта'],
    CITY_HEADER,
    ...CITY_ROWS.map((row) => (typeof row === 'string' ? [row] : [...row])),
  ];
  const merges = rows.flatMap((row, at) =>
    row.length === 1 ? [{ startRow: at, startCol: 0, endRow: at, endCol: width - 1 }] : [],
  );
  const bytes = await writeXlsx({ sheets: [{ name: 'План', rows: rows.map((row) => [...row]), merges }] });
  const table = await readTable(bytes, { fileName: 'план.xlsx' });
  const plan = readSheetPlan(table);
  expect(plan?.rows).toEqual(city.rows);
  expect(plan?.title).toBe('Дорожная карта проекта');
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/roadmap.mjs', ...args], { encoding: 'utf8', timeout: 50_000 });

  it('prints sections, rows, sub-rows, terms and doubts', () => {
    const { stdout, status } = run('parse', path.join(FIXTURES, 'city-plan.docx'), '--year', '2018');
    const said = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(said.counts).toEqual({ sections: 2, subsections: 4, rows: 30, subRows: 19 });
    expect(said.sections[1].subsections[0].rows[2].subRows[1]).toMatchObject({
      measure: expect.stringMatching(/^организация сопровождения/),
      term: { written: 'Апрель-октябрь', parts: [{ kind: 'months' }], doubt: null },
    });
    expect(said.sections[0].rows[0].responsible).toEqual({ written: 'СОИРО, ОМСУ', list: ['СОИРО', 'ОМСУ'] });
  });

  it('says that nothing changes on the way there and back, and refuses what is no plan', () => {
    expect(run('roundtrip', path.join(FIXTURES, 'district-plan.docx'))).toMatchObject({
      stdout: 'Без изменений: строк 24.\n',
      status: 0,
    });
    expect(run('parse', 'README.md')).toMatchObject({ stdout: '', status: 1, stderr: expect.stringMatching(/[а-я]/) });
  });
});
