import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortNameOf } from '@/lib/schools/import/known-school';
import { nameKey, tidyName } from '@/lib/schools/import/school-name';
import { contextsOf, gradesOf, kindOf, placeOf } from '@/lib/schools/import/school-values';
import { gradesInWords } from '@/lib/schools/words';

describe('the kind of a school is recognised in the words people use', () => {
  test.each([
    ['НОШ', 'PRIMARY'],
    ['Начальная школа – детский сад', 'PRIMARY'],
    ['ОШ', 'BASIC'],
    ['основная общеобразовательная школа', 'BASIC'],
    ['СШ', 'SECONDARY'],
    ['средняя школа', 'SECONDARY'],
    ['МБОУ СОШ № 3', 'SECONDARY'],
    ['Гимназия', 'GYMNASIUM'],
    ['МАОУ «Лицей № 2»', 'LYCEUM'],
    ['Центр развития', null],
  ])('%s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe('the place of a school is recognised', () => {
  test.each([
    ['г. Светлореченск', 'CITY'],
    ['Город', 'CITY'],
    ['городская местность', 'CITY'],
    ['пгт Заречный', 'TOWN'],
    ['посёлок городского типа', 'TOWN'],
    ['рабочий посёлок Северный', 'TOWN'],
    ['с. Луговое', 'VILLAGE'],
    ['село', 'VILLAGE'],
    ['деревня Ключи', 'VILLAGE'],
    ['пос. Лесной', 'VILLAGE'],
    ['станица Верхняя', 'VILLAGE'],
    ['Светлореченск', null],
  ])('%s', (text, place) => {
    expect(placeOf(text)).toBe(place);
  });
});

describe('grades are read in every usual form', () => {
  test.each([
    ['1-11', '1–11'],
    ['1–4, 5-9', '1–9'],
    ['с 1 по 9 класс', '1–9'],
    ['1,2,3,4', '1–4'],
    ['10 и 11', '10–11'],
    ['1–4; 10—11 кл.', '1–4, 10–11'],
    ['НОО, ООО', '1–9'],
    ['начальное, основное и среднее общее', '1–11'],
    ['2026-09-01', '1–9'],
    ['2026-11-01', '1–11'],
  ])('%s', (text, words) => {
    expect(gradesInWords(gradesOf(text)?.grades ?? [])).toBe(words);
  });

  test.each(['11-1', '0-4', '1-15', 'все', ''])('%j is not guessed', (text) => {
    expect(gradesOf(text)).toBeNull();
  });

  test('a date that a spreadsheet made of «1-9» is marked', () => {
    expect(gradesOf('2026-09-01')?.isFromDate).toBe(true);
    expect(gradesOf('1-9')?.isFromDate).toBe(false);
  });
});

test('types of conditions are read from one cell, and what is unknown is named', () => {
  expect(contextsOf('малокомплектная; Депривированные городские, космические')).toEqual({
    contexts: ['DEPRIVED_URBAN', 'SMALL_RURAL'],
    unknown: ['космические'],
  });
});

describe('a name is stored in one spelling', () => {
  test.each([
    ['МБОУ "Средняя школа №12"', 'МБОУ «Средняя школа № 12»'],
    ["МАОУ ''Гимназия N 13''", 'МАОУ «Гимназия № 13»'],
    ['МКОУ „Школа No5“', 'МКОУ «Школа № 5»'],
    ['  МБОУ  “Лицей  №  7” ', 'МБОУ «Лицей № 7»'],
    ['МБОУ "Школа "Рост""', 'МБОУ «Школа «Рост»»'],
  ])('%s', (text, name) => {
    expect(tidyName(text)).toBe(name);
  });

  test('tidying twice changes nothing', () => {
    const piece = fc.constantFrom(
      '"',
      '«',
      '»',
      '„',
      '“',
      '”',
      "''",
      '№',
      'N',
      'No',
      ' ',
      '5',
      '12',
      'Школа',
      'имени',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = tidyName(pieces.join(''));
        expect(tidyName(once)).toBe(once);
      }),
    );
  });
});

describe('two spellings of one school have one key', () => {
  test.each([
    ['МБОУ «Средняя школа № 12»', 'Муниципальное бюджетное общеобразовательное учреждение "СШ №12"'],
    ['СШ № 19 им. Героя Иванова', 'МБОУ СОШ N 19 имени Героя Иванова'],
    ['Средняя общеобразовательная школа № 3 города Светлореченска', 'СОШ № 3'],
    ['МКОУ «ООШ села Луговое»', 'Основная школа с. Луговое'],
    ['Гимназия № 2', 'МАОУ «Гимназия №2»'],
  ])('%s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['СОШ № 1', 'СОШ № 11'],
    ['СОШ № 1', 'ООШ № 1'],
    ['СОШ с. Луговое', 'СОШ с. Ключи'],
    ['СОШ им. Иванова', 'СОШ им. Петрова'],
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

test('a short name is what stands in the outer quotes', () => {
  expect(shortNameOf('МБОУ «Средняя школа № 12» города Светлореченска')).toBe('Средняя школа № 12');
  expect(shortNameOf('МБОУ «Лицей «Рост» № 1»')).toBe('Лицей «Рост» № 1');
  expect(shortNameOf('Гимназия № 2')).toBe('Гимназия № 2');
});
