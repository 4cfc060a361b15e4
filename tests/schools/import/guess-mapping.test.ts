import { describe, expect, test } from 'vitest';
import { fieldOfHeader, guessMapping } from '@/lib/schools/import/guess-mapping';
import { FIELD_WORDS, IMPORT_FIELDS } from '@/lib/schools/import/import-field';

describe('a header is understood in the words of other programs', () => {
  test.each([
    ['Код ОО', 'code'],
    ['Наименование ОО', 'name'],
    ['Название образовательной организации', 'name'],
    ['Сокращённое наименование', 'shortName'],
    ['Тип ОУ', 'kind'],
    ['Населённый пункт', 'place'],
    ['Классы', 'grades'],
    ['Численность обучающихся', 'pupils'],
    ['Кол-во учащихся', 'pupils'],
    ['ИНН организации', 'inn'],
    ['Логин ФИС ОКО', 'fisOko'],
    ['Код ОО (ОГЭ)', 'gia9'],
    ['Код ЕГЭ', 'gia11'],
    ['Адрес электронной почты', 'email'],
    ['E-mail', 'email'],
    ['Юридический адрес', 'address'],
    ['Контактный телефон', 'phone'],
    ['№ п/п', null],
    ['Количество классов', null],
    ['ФИО директора', null],
    ['', null],
  ])('%s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
  });

  test('the words of the template are all understood', () => {
    expect(IMPORT_FIELDS.map((field) => fieldOfHeader(FIELD_WORDS[field]))).toEqual(IMPORT_FIELDS);
  });
});

describe('the header is found where it is', () => {
  test('in the first row', () => {
    expect(
      guessMapping([
        ['Код', 'Наименование'],
        ['001', 'Школа'],
      ]),
    ).toEqual({ headerRow: 0, columns: { code: 0, name: 1 } });
  });

  test('below titles, also when a title fills its merged cells', () => {
    const title = Array.from({ length: 3 }, () => 'Список школ: код, наименование, адрес');
    expect(guessMapping([title, [], ['Код', 'Наименование', 'Адрес']])).toMatchObject({ headerRow: 2 });
  });

  test('over two rows, with merged cells or as csv leaves them', () => {
    const columns = { code: 0, gradeFrom: 1, gradeTo: 2 };
    expect(
      guessMapping([
        ['Код', 'Классы', 'Классы'],
        ['Код', 'с', 'по'],
      ]),
    ).toEqual({ headerRow: 1, columns });
    expect(
      guessMapping([
        ['Код', 'Классы', ''],
        ['', 'с', 'по'],
      ]),
    ).toEqual({ headerRow: 1, columns });
  });

  test('nowhere, and then the person maps the columns', () => {
    expect(
      guessMapping([
        ['001', 'Школа № 1'],
        ['002', 'Школа № 2'],
      ]),
    ).toBeNull();
  });
});
