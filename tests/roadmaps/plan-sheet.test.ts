import { describe, expect, it } from 'vitest';
import { partsOf, readPlanSheet, type SheetRow } from '@/lib/roadmaps/plan-sheet';

const row = (...cells: string[]): SheetRow => ({ cells, isMerged: false, heading: null });
const merged = (text: string, width = 4): SheetRow => ({
  cells: [text, ...Array.from({ length: width - 1 }, () => '')],
  isMerged: true,
  heading: null,
});
const HEADER = row('№ п/п', 'Мероприятие', 'Срок', 'Ответственные');

const read = (...rows: SheetRow[]) => {
  const sheet = readPlanSheet([HEADER, ...rows]);
  if (!sheet) throw new Error('no plan');
  return sheet;
};

describe('a table of a plan', () => {
  it('is known by its header, wherever it stands, and is nothing without one', () => {
    expect(readPlanSheet([row('№', 'Риски', 'Пути решения', ''), row('1', 'Нет денег', 'Сеть', '')])).toBeUndefined();
    const sheet = readPlanSheet([row('Дорожная карта', '', '', ''), HEADER, row('1', 'Семинар', 'март', 'МОЦ')]);
    expect(sheet?.rows).toMatchObject([
      { kind: 'ROW', number: '1', measure: 'Семинар', term: 'март', responsible: 'МОЦ' },
    ]);
    expect(sheet?.reading.account.at(-1)).toBe('Строк над заголовком таблицы: 1, они в план не вошли.');
  });

  it('finds its columns by their words in any order', () => {
    const header = row(
      'Сроки',
      'Исполнители',
      'Форма представления результата',
      'Результат',
      'Содержание деятельности',
      '№',
    );
    const sheet = readPlanSheet([header, row('май', 'ОО', 'Справка', 'Есть справка', 'Мониторинг', '7')]);
    expect(sheet?.rows).toEqual([
      {
        ...{ kind: 'ROW', number: '7', measure: 'Мониторинг', term: 'май', responsible: 'ОО' },
        ...{ result: 'Есть справка', form: 'Справка' },
      },
    ]);
  });

  it('joins a row that a page has split, and says so', () => {
    const { rows, reading } = read(
      row('13', 'Организация сопровождения школ с низкими', 'в течение', 'МОЦ, СОИРО'),
      row('', 'результатами обучения', 'года', ''),
      HEADER,
      row('14', 'Формирование заявок', 'март, май', 'МОЦ'),
    );
    expect(rows).toMatchObject([
      {
        number: '13',
        measure: 'Организация сопровождения школ с низкими результатами обучения',
        term: 'в течение года',
      },
      { number: '14' },
    ]);
    expect(reading.account[1]).toBe('Соединено разбитых строк: 1; повторов заголовка таблицы пропущено: 1.');
    expect(reading.doubts).toHaveLength(1);
  });

  it('takes rows in one piece for headings: numbered ones are sections, the others stand under them', () => {
    const { rows } = read(
      merged('1. Нормативное обеспечение'),
      row('1.', 'Приказ', 'март', 'ОМСУ'),
      merged('2. Инфраструктура'),
      merged('Создание условий'),
      row('1.', 'Центр', 'март', 'ОМСУ'),
    );
    expect(rows.map(({ kind, number, measure }) => [kind, number, measure])).toEqual([
      ['SECTION', '1.', 'Нормативное обеспечение'],
      ['ROW', '1.', 'Приказ'],
      ['SECTION', '2.', 'Инфраструктура'],
      ['SUBSECTION', '', 'Создание условий'],
      ['ROW', '1.', 'Центр'],
    ]);
  });

  it('keeps numbers that skip or repeat, and says which', () => {
    const { rows, reading } = read(
      row('3', 'А', 'март', 'ОО'),
      row('5', 'Б', 'март', 'ОО'),
      row('5', 'В', '', 'ОО'),
      row('', 'Без номера', 'май', 'ОО'),
    );
    expect(rows.map(({ number }) => number)).toEqual(['3', '5', '5', '']);
    expect(reading.doubts.map(({ words }) => words)).toEqual([
      'Нумерация пропускает 4: оставлено как в документе.',
      'Номер 5 уже был.',
      'Срок не указан.',
      'У строки нет номера.',
    ]);
  });

  it('gives parts their terms where there is one for each', () => {
    const { rows, reading } = read(
      row(
        '3.',
        'Сопровождение:\n\n-формирование заявок;\n- организация сопровождения',
        'Март\n\nАпрель-октябрь',
        'МОЦ',
      ),
      row('4.', 'Конкурсы:\n- «Учитель года»;\n- чтения', 'в течение года', 'МОЦ'),
      row('5.', 'Итоги:\nрезультаты ГИА;\nрезультаты программ', 'Май\nИюнь\nсентябрь', 'МОЦ'),
    );
    expect(rows.map(({ kind, measure, term }) => [kind, measure, term])).toEqual([
      ['ROW', 'Сопровождение:', 'Март\nАпрель-октябрь'],
      ['SUBROW', 'формирование заявок;', 'Март'],
      ['SUBROW', 'организация сопровождения', 'Апрель-октябрь'],
      ['ROW', 'Конкурсы:', 'в течение года'],
      ['SUBROW', '«Учитель года»;', 'в течение года'],
      ['SUBROW', 'чтения', 'в течение года'],
      ['ROW', 'Итоги:', 'Май\nИюнь\nсентябрь'],
      ['SUBROW', 'результаты ГИА;', 'Май\nИюнь\nсентябрь'],
      ['SUBROW', 'результаты программ', 'Май\nИюнь\nсентябрь'],
    ]);
    expect(reading.doubts.map(({ words }) => words)).toEqual([
      expect.stringContaining('Частей в строке 2, а сроков 3'),
    ]);
  });

  it('takes a part in a row of its own as the portal writes it', () => {
    const { rows } = read(row('1', 'Конкурсы', 'май', 'МОЦ'), row('', '– чтения', 'июнь', 'ОО'));
    expect(rows).toMatchObject([
      { kind: 'ROW' },
      { kind: 'SUBROW', measure: 'чтения', term: 'июнь', responsible: 'ОО' },
    ]);
  });
});

describe('lines of a measure', () => {
  it.each([
    [
      'Совещание:\n«Нормативное и методическое\nобеспечение»',
      'Совещание:\n«Нормативное и методическое обеспечение»',
      [],
    ],
    [
      'Конкурс:\n- «Урок - как основа\nэффективного образования»;\n- выставка',
      'Конкурс:',
      ['«Урок - как основа эффективного образования»;', 'выставка'],
    ],
    [
      'Развитие кадров\n- советы:\n· педсовет;\n· круглый стол',
      'Развитие кадров',
      ['советы:', 'педсовет;', 'круглый стол'],
    ],
  ])('%j', (text, own, parts) => {
    expect(partsOf(text)).toEqual({ own, parts });
  });
});
