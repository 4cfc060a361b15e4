import { describe, expect, test } from 'vitest';
import { vprScale } from '@/lib/results/dictionaries/mark-scales';
import type { SchoolVerdict } from '@/lib/results/match-file-schools';
import type { Reading, Tally } from '@/lib/results/reading/reading';
import { resultKey, screen } from '@/lib/results/screening';

const TALLY: Tally = {
  school: 0,
  work: 0,
  participants: 3,
  absent: 0,
  marks: null,
  scores: [0, 0, 1, 2],
  tests: null,
  journal: null,
  byMark: null,
  compared: null,
  tasks: null,
  classes: { а: 3 },
};
const READING: Reading = {
  profile: 'vpr-2022',
  profileTitle: 'ВПР',
  schools: [{ login: 'edu990001', inn: '', code: '', municipality: '', name: 'Школа', rows: 3 }],
  works: [
    {
      about: { exam: 'VPR', subject: 'math', grade: 4, year: 2021, stage: null },
      part: 'PUPILS',
      place: 'строка 2',
      gradeByClass: false,
      rows: 3,
      claimed: null,
    },
  ],
  tallies: [TALLY],
  figures: [],
  territories: [],
  dropped: { columns: [], pupils: 3, footers: 0, other: 0 },
  problems: [],
  isStageUnknown: false,
  sheets: [],
  unknown: null,
};
const KNOWN: SchoolVerdict = { kind: 'matched', schoolId: 's1', by: 'fisOko' };
const NOTHING = {
  names: new Map([['s1', 'СШ № 1']]),
  pupils: new Map<string, number>(),
  loaded: new Map<string, number>(),
  scales: vprScale,
};

const of = (
  reading: Partial<Reading>,
  verdicts: readonly SchoolVerdict[] = [KNOWN],
  context: Partial<typeof NOTHING> = {},
) => screen({ ...READING, ...reading }, verdicts, { ...NOTHING, ...context }, 2026);
const work = (change: Partial<Reading['works'][number]>): Partial<Reading> => ({
  works: READING.works.map((one) => ({ ...one, ...change })),
});
const tally = (change: Partial<Tally>): Partial<Reading> => ({ tallies: [{ ...TALLY, ...change }] });
const about = (change: Partial<Reading['works'][number]['about']>) =>
  work({ about: { exam: 'VPR', subject: 'math', grade: 4, year: 2021, stage: null, ...change } });

test('a file whose numbers agree passes and says what was looked at', () => {
  const { checks, isClean } = of({});
  expect(isClean).toBe(true);
  expect(checks.map(({ level }) => level)).toEqual(['pass', 'pass']);
});

describe('what stops a file', () => {
  test.each([
    ['a school the register does not know', {}, [{ kind: 'unknown' }], 'Школы нет в реестре'],
    ['a school recognised with a doubt', {}, [{ kind: 'asks', candidates: [] }], 'Школа узнана не наверняка'],
    ['a work nobody has named', about({ subject: null }), [KNOWN], 'Укажите, что это за работа'],
    ['a year to come', about({ year: 2030 }), [KNOWN], '2030/31 учебный год ещё не наступил'],
    [
      'a score above the largest of the paper',
      tally({ scores: [...new Array<number>(25).fill(0), 3] }),
      [KNOWN],
      'Баллы больше',
    ],
    ['a total of the file that differs from its rows', work({ claimed: 5 }), [KNOWN], 'Итог в файле не сходится'],
    ['an olympiad without its stage', { isStageUnknown: true }, [KNOWN], 'Укажите этап олимпиады'],
    [
      'one school under two keys',
      { schools: [...READING.schools, ...READING.schools], tallies: [TALLY, { ...TALLY, school: 1 }] },
      [KNOWN, KNOWN],
      'Одна школа встречается в файле дважды',
    ],
    [
      'tasks that do not add up',
      { problems: [{ code: 'sum', sheet: 'Протокол', column: 'Итого баллов', count: 2, rows: [5, 9] }] },
      [KNOWN],
      'Баллы за задания не складываются в итог',
    ],
  ] satisfies readonly (readonly [string, Partial<Reading>, readonly SchoolVerdict[], string])[])(
    '%s',
    (_, reading, verdicts, title) => {
      const { checks, isClean } = of(reading, verdicts);
      expect(isClean).toBe(false);
      expect(checks.find(({ level }) => level === 'fail')?.title).toContain(title);
    },
  );

  test('more participants than the school has pupils', () => {
    const { checks } = of({}, [KNOWN], { pupils: new Map([['s1/2021', 2]]) });
    expect(checks[0]).toMatchObject({
      level: 'fail',
      places: ['СШ № 1: ВПР: математика, 4\u00a0класс, 2021/22: 3 из 2'],
    });
  });
});

describe('what the person is told and may judge', () => {
  const key = resultKey('s1', { exam: 'VPR', subject: 'math', grade: 4, year: 2021 });
  test.each([
    ['a scale of another year', about({ year: 2023 }), {}, 'Шкалы этого года нет в справочнике'],
    ['a paper without a scale', about({ subject: 'history' }), {}, 'Шкалы перевода баллов в отметки нет'],
    ['a grade taken from the classes', work({ gradeByClass: true }), {}, 'Класс работы взят из столбца классов'],
    ['a class of fifty', tally({ classes: { а: 50 } }), {}, 'В классе больше 40 человек'],
    ['nobody wrote', tally({ participants: 0, scores: null }), {}, 'Никто не писал'],
    [
      'marks that the scale does not give',
      tally({ byMark: [[0, 0, 0], [], [], [0, 0, 0, 3]] }),
      {},
      'Отметки не сходятся',
    ],
    ['another number of participants than before', {}, { loaded: new Map([[key, 9]]) }, 'Число участников не такое'],
  ] satisfies readonly (readonly [string, Partial<Reading>, Partial<typeof NOTHING>, string])[])(
    '%s',
    (_, reading, context, title) => {
      const { checks, isClean } = of(reading, [KNOWN], context);
      expect(isClean).toBe(true);
      expect(checks.find(({ level }) => level === 'warn')?.title).toContain(title);
    },
  );

  test('a worse mark for a better score at the ОГЭ, where no scale is known', () => {
    const reading = { ...about({ exam: 'OGE', grade: 9 }), ...tally({ byMark: [[0, 0, 0, 0, 1], [0, 0, 1], [], []] }) };
    expect(of(reading).checks.map(({ title }) => title)).toContain('За больший балл стоит меньшая отметка');
  });
});
