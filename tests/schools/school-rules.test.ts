import { describe, expect, it } from 'vitest';
import { formatPeriod, periodsMeet } from '@/lib/kernel/day';
import { aliasesClash, codeProblem, tidyCode } from '@/lib/schools/alias';
import { editedNow } from '@/lib/schools/edited-now';
import { readCursor, registerFilter, writeCursor } from '@/lib/schools/register';
import { gradesProblem, levelsOf, type NewSchool } from '@/lib/schools/school';
import { currentName, endOfName, type SchoolName } from '@/lib/schools/school-name';
import { searchWords } from '@/lib/schools/search';
import { searchText } from '@/lib/schools/search-text';

describe('Levels of a school', () => {
  it.each([
    [[1, 2, 3, 4], ['PRIMARY']],
    [[5], ['BASIC']],
    [
      [4, 9],
      ['PRIMARY', 'BASIC'],
    ],
    [
      [1, 5, 11],
      ['PRIMARY', 'BASIC', 'SECONDARY'],
    ],
    [[10], ['SECONDARY']],
    [[], []],
  ])('of grades %j are %j', (grades, levels) => {
    expect(levelsOf(grades)).toEqual(levels);
  });

  it.each([
    ['PRIMARY', [4], undefined],
    ['PRIMARY', [5], 'с 1 по 4'],
    ['BASIC', [9], undefined],
    ['BASIC', [10], 'с 1 по 9'],
    ['LYCEUM', [11], undefined],
    ['LYCEUM', [], 'хотя бы один'],
  ] as const)('of a %s with grades %j leave the problem %s', (kind, grades, words) => {
    if (words) expect(gradesProblem(kind, grades)).toContain(words);
    else expect(gradesProblem(kind, grades)).toBeUndefined();
  });
});

describe('A code in an outside system', () => {
  it.each([
    ['FIS_OKO', 'edu990001', true],
    ['FIS_OKO', 'sch1', true],
    ['FIS_OKO', 'ksh7', true],
    ['FIS_OKO', 'spo7', true],
    ['FIS_OKO', 'edu', false],
    ['FIS_OKO', 'school1', false],
    ['GIA9', '0101', true],
    ['GIA9', '12', false],
    ['GIA11', '1234567', false],
    ['INN', '7707083893', true],
    ['INN', '7707083894', false],
    ['INN', '500100732259', false],
    ['OTHER', 'любой', true],
    ['OTHER', '', false],
  ] as const)('%s %s is good: %s', (system, code, isGood) => {
    expect(codeProblem(system, code) === undefined).toBe(isGood);
  });

  it('of ФИС ОКО is kept in small letters, others as they are', () => {
    expect(tidyCode('FIS_OKO', ' EDU1 ')).toBe('edu1');
    expect(tidyCode('OTHER', ' Аб ')).toBe('Аб');
  });

  it.each([
    [null, null, null, null, true],
    ['2020-01-01', '2020-12-31', '2020-12-31', null, true],
    ['2020-01-01', '2020-12-31', '2021-01-01', null, false],
    [null, '2020-12-31', '2021-01-01', '2021-02-01', false],
    ['2021-01-01', null, null, '2021-01-01', true],
  ])('from %s to %s and from %s to %s share a day: %s', (aFrom, aTo, bFrom, bTo, meet) => {
    const [a, b] = [
      { from: aFrom, to: aTo },
      { from: bFrom, to: bTo },
    ];
    expect([periodsMeet(a, b), periodsMeet(b, a)]).toEqual([meet, meet]);
    const code = { system: 'GIA9', code: '0101' } as const;
    expect(aliasesClash({ ...code, ...a }, { ...code, ...b })).toBe(meet);
    expect(aliasesClash({ ...code, ...a }, { ...code, ...b, code: '101' })).toBe(false);
  });

  it('says its days in words', () => {
    expect(formatPeriod('2019-09-01', '2020-08-31')).toBe('с 01.09.2019 по 31.08.2020');
    expect(formatPeriod(null, null)).toBe('');
  });
});

describe('A name of a school', () => {
  const name = (from: string | null, to: string | null): SchoolName => ({
    id: 'x',
    name: 'А',
    shortName: 'А',
    from,
    to,
    basis: '',
  });

  it('in force is the one without an end', () => {
    const present = name('2020-01-01', null);
    expect(currentName([name(null, '2019-12-31'), present])).toBe(present);
    expect(currentName([name(null, '2019-12-31')])).toBeUndefined();
  });

  it('ends the day before the next one begins', () => {
    expect(endOfName(name(null, null), '2024-03-01', '2026-11-23')).toEqual({ ok: true, to: '2024-02-29' });
  });

  it.each([
    ['2026-11-24', 'не наступила'],
    ['2020-01-01', 'более поздней'],
  ])('does not change on %s', (from, words) => {
    const end = endOfName(name('2020-01-01', null), from, '2026-11-23');
    expect(end).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
  });
});

describe('The search', () => {
  it('reads words without quotes, signs and № and breaks on nothing', () => {
    expect(searchWords('«СОШ» №12, ёлка').map((word) => word.word)).toEqual(['сош', '12', 'елка']);
    expect(searchWords('(.*)+[%_\\')).toEqual([]);
    expect(searchWords(`${'а '.repeat(50)}б в г д е ж з и к л`)).toHaveLength(8);
  });

  it('keeps every name and code a school ever had, each once', () => {
    const text = searchText({
      code: '0101',
      name: 'Школа «Ёлка»',
      shortName: 'Ёлка',
      names: [
        { name: 'Школа «Ёлка»', shortName: 'Ёлка' },
        { name: 'Берёза', shortName: 'Берёза' },
      ],
      aliases: [{ code: 'EDU1' }],
    });
    expect(text).toBe('0101 елка школа елка береза edu1');
  });
});

describe('The address of the register', () => {
  it('with nonsense in it opens the register without filters', () => {
    const filter = registerFilter.parse({ q: ['a', 'b'], kind: 'X', sort: 'Y', listed: '1', after: ['z'] });
    expect(filter).toEqual({ q: '', sort: 'name' });
  });

  const id = '0193f1a0-0000-7000-8000-000000000001';
  it.each([
    ['name', 'Школа «Ёлка» № 2', true],
    ['-code', '0012', true],
    ['pupils', -1, true],
    ['pupils', 'text', false],
    ['name', 7, false],
    ['name', 'a\u0000b', false],
  ] as const)('by %s carries the place %s: %s', (sort, key, isGood) => {
    expect(readCursor(writeCursor({ key, id }), sort)).toEqual(isGood ? { key, id } : undefined);
  });

  it.each(['', 'x', 'bm90IGpzb24', Buffer.from('["a","not-an-id"]').toString('base64url')])(
    'with the place %j begins at the beginning',
    (text) => {
      expect(readCursor(text, 'name')).toBeUndefined();
    },
  );
});

describe('Two forms of one school', () => {
  const register: NewSchool = {
    code: '1',
    name: 'А',
    shortName: 'А',
    kind: 'BASIC',
    place: 'CITY',
    grades: [1],
    pupils: null,
    contexts: ['REMOTE', 'SMALL_RURAL'],
    address: '',
    phone: '',
    email: '',
  };
  it('show the text of the register where they differ and only there', () => {
    expect(editedNow(register, { ...register, contexts: ['SMALL_RURAL', 'REMOTE'] })).toEqual({});
    expect(editedNow(register, { ...register, pupils: 5, grades: [1, 2] })).toEqual({
      pupils: 'Сейчас в реестре: не указано',
      grades: 'Сейчас в реестре: 1',
    });
  });
});
