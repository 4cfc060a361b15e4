import { describe, expect, test } from 'vitest';
import { markOf, vprScale } from '@/lib/results/dictionaries/mark-scales';
import type { About } from '@/lib/results/reading/about';
import { type Part, type Reading, readingSchema } from '@/lib/results/reading/reading';
import type { Result } from '@/lib/results/result';
import { resultSchema } from '@/lib/results/result';
import { mergedResult, procedureOf, resultOf } from '@/lib/results/results-of';
import { momentsOf } from '@/lib/statistics/moments';
import { rankCorrelation } from '@/lib/statistics/rank-correlation';
import {
  bySchool,
  type ExamSheet,
  flatBias,
  flatMarks,
  flatScores,
  giaBlock,
  journalComparison,
  markStatistics,
  olympiadProtocol,
  scoreDistribution,
  vpr2020,
  vpr2021,
  vpr2022,
} from '@/prisma/seed/builders/exam-files';
import {
  type ExamPupil,
  examPupils,
  examSchools,
  MATH_4,
  RUSSIAN_4,
  scoreOf,
} from '@/prisma/seed/builders/exam-pupils';
import { csv1251, read, xls, xlsx } from './support/book';

const SCHOOLS = examSchools(4);
const ABOUT: About = { exam: 'VPR', subject: 'math', grade: 4, year: 2021, stage: null };
const found = vprScale(2021, 'math', 4);
if (!found) throw new Error('the dictionary knows МА4');
const { scale } = found;
const mark = (pupil: ExamPupil) => markOf(scale, scoreOf(pupil));

/** Results by school, parts put together, as the portal would show them. */
function results(...readings: readonly Reading[]): Map<string, Result> {
  const parts = new Map<string, Map<Part, Result>>();
  for (const { tallies, works, schools } of readings) {
    for (const tally of tallies) {
      const work = works[tally.work];
      const procedure = work ? procedureOf(work.about) : null;
      const school = schools[tally.school];
      if (!work || !procedure || !school) throw new Error('the work is not known');
      const key = /\d{6}/.exec(school.login)?.[0] ?? school.code;
      const own = parts.get(key) ?? new Map<Part, Result>();
      own.set(work.part, resultSchema.parse(resultOf(tally, procedure, vprScale)));
      parts.set(key, own);
    }
  }
  const merged = new Map<string, Result>();
  for (const [key, own] of parts) {
    const result = mergedResult(own);
    if (result) merged.set(key, result);
  }
  return merged;
}

/** The same counted plainly, pupil by pupil. */
function plain(pupils: readonly ExamPupil[]) {
  return new Map(
    bySchool(pupils).map(({ school, wrote }) => {
      const histogram = new Array<number>(scale.maxScore + 1).fill(0);
      for (const pupil of wrote) histogram[scoreOf(pupil)] = (histogram[scoreOf(pupil)] ?? 0) + 1;
      const marked = (value: number) => wrote.filter((pupil) => mark(pupil) === value).length;
      const apart = wrote.map((pupil) => mark(pupil) - pupil.journal);
      return [
        school.number,
        {
          participants: wrote.length,
          absent: pupils.filter((pupil) => pupil.school.number === school.number && pupil.isAbsent).length,
          marks: { two: marked(2), three: marked(3), four: marked(4), five: marked(5) },
          histogram,
          mean: momentsOf(histogram).mean,
          sd: momentsOf(histogram).sd,
          rankCorrelation: rankCorrelation(
            wrote.map(({ journal }) => journal),
            wrote.map(scoreOf),
          ),
          againstJournal: {
            lowered: apart.filter((value) => value < 0).length,
            confirmed: apart.filter((value) => value === 0).length,
            raised: apart.filter((value) => value > 0).length,
            farApart: apart.filter((value) => Math.abs(value) >= 2).length,
          },
        },
      ] as const;
    }),
  );
}

describe('whatever the layout, the same pupils give the same figures', () => {
  const layouts: readonly (readonly [string, (pupils: readonly ExamPupil[]) => Promise<Uint8Array> | Uint8Array])[] = [
    ['2020 as a book', (pupils) => xlsx(vpr2020(pupils, MATH_4))],
    ['2021 as a book', (pupils) => xlsx(vpr2021(pupils, MATH_4))],
    ['2022 as a book of two sheets', (pupils) => xlsx(...vpr2022(pupils, MATH_4))],
    ['2021 as text in windows-1251', (pupils) => csv1251(vpr2021(pupils, MATH_4))],
    ['2022 as an old book', (pupils) => xls(vpr2022(pupils.slice(0, 24), MATH_4)[1] ?? { name: '', rows: [] })],
  ];
  test.each(layouts)('%s', async (title, make) => {
    for (const seed of [1, 2, 3]) {
      const pupils = examPupils(seed, title.includes('old book') ? SCHOOLS.slice(0, 1) : SCHOOLS, MATH_4, 24);
      const reading = await read(await make(pupils), 'протокол.xlsx', ABOUT);
      const counted = results(reading);
      const expected = plain(pupils);
      expect([...counted.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [school, figures] of expected) expect(counted.get(school)).toMatchObject(figures);
      expect(reading.problems.filter(({ code }) => code !== 'zero-absent')).toEqual([]);
      expect(readingSchema.parse(reading)).toEqual(reading);
    }
  });

  test('shares of whole people give their counts again, and their distribution the mean and deviation', async () => {
    const pupils = examPupils(7, SCHOOLS, MATH_4, 57);
    const sheets: readonly ExamSheet[] = [
      markStatistics(pupils, mark),
      scoreDistribution(pupils, scale.maxScore),
      journalComparison(pupils, mark),
    ];
    const readings = await Promise.all(sheets.map(async (sheet) => read(await xlsx(sheet), 'ВПР.xlsx', ABOUT)));
    const counted = results(...readings);
    for (const [school, { absent: _absent, rankCorrelation: _rank, againstJournal, ...figures }] of plain(pupils)) {
      expect(counted.get(school)).toMatchObject(figures);
      expect(counted.get(school)?.againstJournal).toEqual({ ...againstJournal, farApart: null });
    }
    expect(readings[0]?.territories.map(({ kind }) => kind)).toEqual(['country', 'region', 'municipality']);
  });

  test('flat tables of a region name the work in each row', async () => {
    const pupils = examPupils(8, SCHOOLS, MATH_4, 31);
    const work = { year: 2022, grade: 4, subject: 'Математика' };
    const marks = await read(await xlsx(flatMarks(pupils, mark, work)), 'marks.xlsx');
    const scores = await read(await xlsx(flatScores(pupils, scale.maxScore, work)), 'scores.xlsx');
    expect(marks.works.map(({ about }) => about)).toEqual([ABOUT]);
    const counted = results(marks, scores);
    for (const [school, { participants, marks: four, histogram }] of plain(pupils))
      expect(counted.get(school)).toMatchObject({ participants, marks: four, histogram });
  });

  test('a part of the paper without the other is not a result', async () => {
    const pupils = examPupils(9, SCHOOLS.slice(0, 1), RUSSIAN_4, 10).map((pupil) => ({ ...pupil, isAbsent: false }));
    const sheet = vpr2020(pupils, RUSSIAN_4);
    const rows = sheet.rows.map((row, index) =>
      index === 3 ? row.map((cell, at) => (at === 8 ? 'отсутствовал' : cell)) : row,
    );
    const reading = await read(await xlsx({ ...sheet, rows }), 'ру4.xlsx', { ...ABOUT, subject: 'russian' });
    expect(reading.tallies[0]).toMatchObject({ participants: 9, absent: 1 });
    expect(reading.problems).toMatchObject([{ code: 'partial', count: 1, rows: [4] }]);
  });
});

describe('protocols of ГИА', () => {
  const pupils = examPupils(11, SCHOOLS, MATH_4, 9);
  const oge = (pupil: ExamPupil) => mark(pupil);
  const ege = (pupil: ExamPupil) => Math.min(100, scoreOf(pupil) * 5);

  test.each([
    ['compact', { exam: 'OGE' }],
    ['sparse', { exam: 'OGE', isSparse: true }],
    ['with older words', { exam: 'OGE', isOld: true }],
  ] as const)('a %s protocol of two blocks is two works of grade 9', async (_, shape) => {
    const rows = [
      ...giaBlock(pupils, '01 - Русский язык 2022.06.07', shape, oge),
      ...giaBlock(pupils, 'Математика(2022.05.23)', shape, oge),
    ];
    const reading = await read(await xlsx({ name: 'Лист1', rows }), 'Протокол ГИА-9.xlsx');
    expect(reading.works.map(({ about }) => about)).toEqual([
      { exam: 'OGE', subject: 'russian', grade: 9, year: 2021, stage: null },
      { exam: 'OGE', subject: 'math', grade: 9, year: 2021, stage: null },
    ]);
    for (const { rows: counted, claimed } of reading.works) expect(counted).toBe(claimed);
    const [tally] = reading.tallies;
    const own = pupils.filter(({ school, isAbsent }) => school.code === '1001' && !isAbsent);
    expect(tally).toMatchObject({
      participants: own.length,
      marks: [2, 3, 4, 5].map((m) => own.filter((p) => mark(p) === m).length),
    });
    expect(tally?.tasks?.length).toBe(MATH_4.tasks.length);
    expect(reading.dropped).toMatchObject({ pupils: pupils.length * 2, footers: 6 });
    expect(reading.problems).toEqual([]);
  });

  test('an old binary book of ЕГЭ says the subject in its name and counts who is below the minimum', async () => {
    const some = pupils.filter(({ school }) => school.code === '1001');
    const rows = giaBlock(some, '01 - Русский язык 2022.05.30', { exam: 'EGE', isOld: true }, ege);
    const reading = await read(xls({ name: 'Лист1', rows }), '01_2022.05.30.xls');
    const [tally] = reading.tallies;
    const work = reading.works[0];
    const procedure = work ? procedureOf(work.about) : null;
    if (!tally || !procedure) throw new Error('nothing was counted');
    expect(procedure).toEqual({ exam: 'EGE', subject: 'russian', grade: 11, year: 2021 });
    const wrote = some.filter(({ isAbsent }) => !isAbsent).map(ege);
    const result = resultOf(tally, procedure, vprScale);
    expect(result).toMatchObject({
      participants: wrote.length,
      below: wrote.filter((score) => score < 24).length,
      marks: null,
    });
    expect(result.mean).toBeCloseTo(wrote.reduce((sum, score) => sum + score, 0) / wrote.length, 10);
  });

  test('basic mathematics is marked «2»–«5», and 09 is English at the ЕГЭ but social studies at the ОГЭ', async () => {
    const basic = giaBlock(pupils, '22 - Математика базовая 2022.06.03', { exam: 'EGE', isOld: true }, oge);
    const reading = await read(await xlsx({ name: 'Лист1', rows: basic }), 'протокол.xlsx');
    expect(reading.works[0]?.about.subject).toBe('math_basic');
    expect(reading.tallies[0]?.marks).not.toBeNull();
    expect(reading.tallies[0]?.tests).toBeNull();
    const subjects = await Promise.all(
      (['OGE', 'EGE'] as const).map(async (exam) => {
        const rows = giaBlock(pupils, '', { exam }, exam === 'OGE' ? oge : ege).slice(2);
        return (await read(await xlsx({ name: 'Лист1', rows }), '09_2022.06.14.xlsx')).works[0]?.about.subject;
      }),
    );
    expect(subjects).toEqual(['social', 'english']);
  });
});

describe('olympiads, markers and the form of the centre', () => {
  test('participations and winners are counted by school', async () => {
    const pupils = examPupils(21, SCHOOLS.slice(0, 2), MATH_4, 14);
    const sheet = olympiadProtocol(pupils, 'Протокол муниципального этапа ВсОШ по математике, 2022/23 учебный год');
    const { figures, dropped } = await read(await xlsx(sheet), 'МЭ математика.xlsx');
    expect(figures.filter(({ school }) => school === 0)).toEqual([
      { school: 0, year: 2022, code: 'olympiad_municipal', value: 14, n: null, part: 'math' },
      { school: 0, year: 2022, code: 'olympiad_municipal_won', value: 4, n: 14, part: 'math' },
    ]);
    expect(dropped.columns).toEqual(expect.arrayContaining(['Фамилия', 'Имя', 'Отчество']));
  });

  test('official markers are yes or no, and nothing is no', async () => {
    const { figures } = await read(await xlsx(flatBias(SCHOOLS)), 'bias.xlsx');
    expect(figures).toHaveLength(16);
    expect(figures.filter(({ value }) => value === 1).map(({ code, year }) => [code, year])).toEqual([
      ['marker_russian4', 2021],
      ['marker_russian5', 2021],
      ['marker_russian4', 2021],
      ['marker_russian5', 2021],
    ]);
  });
});

describe('nothing of a pupil leaves the reader', () => {
  test('no name, document or code is anywhere in what it gives', async () => {
    const pupils = examPupils(31, SCHOOLS, MATH_4, 12);
    const rows = giaBlock(pupils, '02 - Математика 2022.05.23', { exam: 'OGE' }, mark);
    const files = [
      await xlsx({ name: 'Лист1', rows }),
      await xlsx(olympiadProtocol(pupils, 'Школьный этап')),
      await xlsx({
        name: 'Иное',
        rows: [
          ['Ученик', 'Школа', 'Балл', 'Отметка', 'Вариант'],
          ...pupils.map((p) => [p.surname, p.school.name, 3, 4, 1]),
        ],
      }),
    ];
    for (const bytes of files) {
      const text = JSON.stringify(await read(bytes, 'файл.xlsx', ABOUT));
      for (const { surname, name, document } of pupils) {
        expect(text).not.toContain(surname);
        expect(text).not.toContain(`"${name}"`);
        expect(text).not.toContain(document);
      }
      expect(text).not.toContain('9999');
    }
  });

  test('an unknown table shows its titles and kinds of columns, and nothing that stands in them', async () => {
    const sheet = {
      name: 'Свод',
      rows: [
        ['Ученик', 'Наша школа', 'Балл за работу', 'Отметка'],
        ['Озёров', 'СШ № 1', 12, 4],
      ],
    };
    const { unknown, profile } = await read(await xlsx(sheet), 'свод.xlsx');
    expect(profile).toBe('');
    expect(unknown).toEqual({
      sheet: 'Свод',
      row: 1,
      columns: [
        { index: 0, title: 'Ученик', kind: 'text' },
        { index: 1, title: 'Наша школа', kind: 'text' },
        { index: 2, title: 'Балл за работу', kind: 'number' },
        { index: 3, title: 'Отметка', kind: 'number' },
      ],
    });
  });
});
