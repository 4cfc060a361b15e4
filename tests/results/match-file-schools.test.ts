import { describe, expect, test } from 'vitest';
import { matchFileSchools, type RegisterSchool, type SchoolDecision } from '@/lib/results/match-file-schools';
import type { FileSchool } from '@/lib/results/reading/reading';

const school = (id: string, aliases: RegisterSchool['aliases'], shortName = `СШ № ${id}`): RegisterSchool => ({
  id,
  code: `00${id}`,
  name: `МБОУ «Средняя школа № ${id}»`,
  shortName,
  aliases,
});
const REGISTER: readonly RegisterSchool[] = [
  school('1', [
    { system: 'FIS_OKO', code: 'sch990001' },
    { system: 'INN', code: '1234567894' },
    { system: 'GIA9', code: '0101' },
    { system: 'GIA11', code: '210101' },
  ]),
  school('2', [
    { system: 'FIS_OKO', code: 'edu990002' },
    { system: 'GIA9', code: '102' },
  ]),
  school('3', []),
];
const named = (given: Partial<FileSchool>): FileSchool => ({
  login: '',
  inn: '',
  code: '',
  municipality: '',
  name: '',
  rows: 1,
  ...given,
});

describe('a school of a file is recognised', () => {
  test.each([
    ['by the number of its login, whatever the prefix', { login: 'edu990001' }, '1', 'fisOko'],
    ['by its ИНН', { inn: '1234567894' }, '1', 'inn'],
    ['by its code of ОГЭ, with a zero lost on the way', { code: '101' }, '1', 'code'],
    ['by its code of ЕГЭ', { code: '210101' }, '1', 'code'],
    ['by its name under another legal form', { name: 'МОУ "СШ №2"' }, '2', 'name'],
    ['by its own code where it has none of ГИА', { code: '3' }, '3', 'code'],
    [
      'by its login although the name beside it is unusual',
      { login: 'sch990002', name: 'Школа у реки' },
      '2',
      'fisOko',
    ],
  ])('%s', (_, given, schoolId, by) => {
    expect(matchFileSchools([named(given)], REGISTER)).toEqual([{ kind: 'matched', schoolId, by }]);
  });
});

describe('a doubt is asked and never guessed', () => {
  test.each([
    ['a login of one school and an ИНН of another', { login: 'edu990002', inn: '1234567894' }, ['1', '2']],
    ['a known name beside a login nobody has', { login: 'edu999999', name: 'СШ № 2' }, ['2']],
    ['a known name beside a code nobody has', { code: '777', name: 'СШ № 2' }, ['2']],
  ])('%s', (_, given, candidates) => {
    const [verdict] = matchFileSchools([named(given)], REGISTER);
    expect(verdict?.kind).toBe('asks');
    expect(verdict?.kind === 'asks' && verdict.candidates.map(({ id }) => id).sort()).toEqual(candidates);
  });

  test('a code alone in a file of several municipalities', () => {
    const schools = [named({ code: '101', municipality: '056' }), named({ code: '900', municipality: '057' })];
    expect(matchFileSchools(schools, REGISTER).map(({ kind }) => kind)).toEqual(['asks', 'unknown']);
  });

  test('until the person decides: another school, or none', () => {
    const schools = [named({ login: 'edu999999' }), named({ name: 'Иная' })];
    const decisions = new Map<number, SchoolDecision>([
      [0, { schoolId: '3' }],
      [1, 'skip'],
    ]);
    expect(matchFileSchools(schools, REGISTER, decisions)).toEqual([
      { kind: 'matched', schoolId: '3', by: 'decision' },
      { kind: 'skipped' },
    ]);
  });
});
