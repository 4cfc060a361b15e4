import { describe, expect, it } from 'vitest';
import { readWordTables } from '@/lib/platform/word/read-word-tables';
import { readWordPlan, type TitledPlan } from '@/lib/roadmaps/plan-tables';
import { docxOf } from './build-seed-docx';

const p = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const cell = (words: string, settings = '') =>
  `<w:tc><w:tcPr>${settings}</w:tcPr>${words === '' ? '<w:p/>' : words.split('\n').map(p).join('')}</w:tc>`;
const down = (words: string, isFirst: boolean) => cell(words, isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');
const across = (columns: number, words: string) => cell(words, `<w:gridSpan w:val="${columns}"/>`);
const raw = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const row = (...words: string[]) => raw(...words.map((one) => cell(one)));
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const HEADER = row('№ п/п', 'Мероприятие', 'Срок', 'Ответственные');

function read(...parts: string[]): TitledPlan {
  const reading = readWordTables(docxOf(parts.join('')));
  const plan = reading.ok ? readWordPlan(reading.blocks) : undefined;
  if (!plan) throw new Error('no plan');
  return plan;
}
const told = ({ rows }: TitledPlan) =>
  rows.map(({ kind, number, measure, term }) => [kind, number, measure, term].join(' | '));

describe('merged cells of a plan', () => {
  it('say the same for each row they stand beside, but a number counts its first row alone', () => {
    const plan = read(
      table(
        HEADER,
        raw(down('1', true), cell('Семинары'), cell('март'), down('МОЦ', true)),
        raw(down('', false), cell('Для математиков'), cell('апрель'), down('', false)),
        raw(down('2', true), down('Мониторинг', true), cell('май'), cell('ОО')),
        raw(down('', false), down('', false), cell('ноябрь'), cell('ОО')),
      ),
    );
    expect(told(plan)).toEqual([
      'ROW | 1 | Семинары | март',
      'SUBROW |  | Для математиков | апрель',
      'ROW | 2 | Мониторинг | май',
      'SUBROW |  | Мониторинг | ноябрь',
    ]);
    expect(plan.rows[1]?.responsible).toBe('МОЦ');
    expect(plan.account).toMatchObject({ read: 4, rows: 2, subRows: 2 });
  });

  it('make a heading where one covers the row, or all of it but the number', () => {
    const plan = read(
      table(
        HEADER,
        raw(across(4, '1. Условия')),
        row('1.1', 'Приказ', 'март', 'ОМСУ'),
        raw(cell('2.'), across(3, 'Кадры')),
      ),
    );
    expect(told(plan)).toEqual(['SECTION | 1. | Условия | ', 'ROW | 1.1 | Приказ | март', 'SECTION | 2. | Кадры | ']);
  });

  it('name a column by both rows of a header', () => {
    const plan = read(
      table(
        raw(down('№', true), down('Мероприятия', true), across(2, 'Сроки'), down('Исполнители', true)),
        raw(down('', false), down('', false), cell('начало'), cell('конец'), down('', false)),
        row('1', 'Семинар', 'март', 'май', 'МОЦ'),
      ),
    );
    expect(plan.columns.map(({ column, title }) => [column, title])).toEqual([
      ['number', '№'],
      ['measure', 'Мероприятия'],
      ['term', 'Сроки: начало'],
      [null, 'Сроки: конец'],
      ['responsible', 'Исполнители'],
    ]);
    expect(plan.doubts).toMatchObject([{ kind: 'unread-column', where: 'Сроки: конец' }]);
  });

  it('do not mislead where the borders of a row are a little off', () => {
    const grid = `<w:tblGrid>${[600, 5000, 100, 1500, 2000].map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`;
    const header = raw(cell('№'), across(2, 'Мероприятия'), cell('Срок'), cell('Ответственные'));
    const plan = read(
      table(
        grid,
        header,
        raw(cell('1'), cell('Семинар'), across(2, 'март'), cell('МОЦ')),
        raw(cell('2'), cell('Мониторинг'), cell(''), cell('май'), cell('ОО')),
      ),
    );
    expect(told(plan)).toEqual(['ROW | 1 | Семинар | март', 'ROW | 2 | Мониторинг | май']);
  });
});

describe('rows without a number of their own', () => {
  it.each([
    [
      'go on in lower case',
      ['1', 'Работа со школами с низкими', 'в', 'МОЦ'],
      ['', 'результатами', 'течение года', ''],
      ['ROW | 1 | Работа со школами с низкими результатами | в течение года'],
    ],
    [
      'go on after a preposition',
      ['1', 'Участие в', 'март', 'МОЦ'],
      ['', 'ВПР', '', ''],
      ['ROW | 1 | Участие в ВПР | март'],
    ],
    [
      'go on inside a quotation',
      ['1', 'Семинар «Цели', 'март', 'МОЦ'],
      ['', 'Задачи»', '', ''],
      ['ROW | 1 | Семинар «Цели Задачи» | март'],
    ],
    [
      'go on with other cells alone',
      ['1', 'Мониторинг', 'март,', 'МОЦ,'],
      ['', '', 'май', 'СОИРО'],
      ['ROW | 1 | Мониторинг | март, май'],
    ],
    [
      'go on with the list of a cell',
      ['1', 'Школы:\n- первая;\n- вторая', 'март', 'МОЦ'],
      ['', 'волна;\n- третья', '', ''],
      [
        'ROW | 1 | Школы: | март',
        'SUBROW |  | первая; | март',
        'SUBROW |  | вторая волна; | март',
        'SUBROW |  | третья | март',
      ],
    ],
    [
      'list after a colon',
      ['1', 'Конкурсы:', '', 'МОЦ'],
      ['', 'Учитель года', 'март', 'ОО'],
      ['ROW | 1 | Конкурсы: | ', 'SUBROW |  | Учитель года | март'],
    ],
    [
      'list after a semicolon',
      ['1', 'Конкурсы;', 'март', 'МОЦ'],
      ['', 'чтения', 'май', 'ОО'],
      ['ROW | 1 | Конкурсы; | март', 'SUBROW |  | чтения | май'],
    ],
    [
      'list after a dash',
      ['1', 'Конкурсы', 'март', 'МОЦ'],
      ['', '– чтения', 'май', 'ОО'],
      ['ROW | 1 | Конкурсы | март', 'SUBROW |  | чтения | май'],
    ],
    [
      'list after a letter',
      ['1', 'Конкурсы', 'март', 'МОЦ'],
      ['', 'а) чтения', 'май', 'ОО'],
      ['ROW | 1 | Конкурсы | март', 'SUBROW | а) | чтения | май'],
    ],
    [
      'are rows where nothing of this holds',
      ['1', 'Конкурсы.', 'март', 'МОЦ'],
      ['', 'Семинар', 'май', 'ОО'],
      ['ROW | 1 | Конкурсы. | март', 'ROW |  | Семинар | май'],
    ],
    [
      'are headings where they are alone',
      ['1', 'Конкурсы', 'март', 'МОЦ'],
      ['', 'Кадры', '', ''],
      ['ROW | 1 | Конкурсы | март', 'SECTION |  | Кадры | '],
    ],
  ])('%s', (_, first, second, expected) => {
    const plan = read(table(HEADER, row(...first), row(...second)));
    expect(told(plan)).toEqual(expected);
    const { read: all, headings, rows, subRows, joined, headers } = plan.account;
    expect(headings + rows + subRows + joined + headers).toBe(all);
  });
});

describe('numbers', () => {
  it.each([
    ['of two parts are sub-rows below their row', ['1', '1.1', '1.2.', '2'], ['ROW', 'SUBROW', 'SUBROW', 'ROW']],
    ['of two parts are rows where nothing above has the first', ['1.1', '1.2', '2.1'], ['ROW', 'ROW', 'ROW']],
    [
      'that are letters or dashes are sub-rows',
      ['1.', 'а)', 'б)', '-', '2.'],
      ['ROW', 'SUBROW', 'SUBROW', 'SUBROW', 'ROW'],
    ],
  ])('%s', (_, numbers, kinds) => {
    const plan = read(table(HEADER, ...numbers.map((number) => row(number, 'Дело', 'март', 'МОЦ'))));
    expect(plan.rows.map(({ kind }) => kind)).toEqual(kinds);
    expect(plan.rows.map(({ number }) => number)).toEqual(numbers.map((number) => (number === '-' ? '' : number)));
  });

  it('with words alone are headings where the numbers after them say so, else rows', () => {
    const plan = read(
      table(
        HEADER,
        row('I', 'Условия', '', ''),
        row('1', 'Приказ', 'март', 'МОЦ'),
        row('2', 'Положение', '', ''),
        row('3', 'Кадры', '', ''),
        row('1', 'Курсы', 'май', 'МОЦ'),
      ),
    );
    expect(plan.rows.map(({ kind, number }) => [kind, number])).toEqual([
      ['SECTION', 'I'],
      ['ROW', '1'],
      ['ROW', '2'],
      ['SUBSECTION', '3'],
      ['ROW', '1'],
    ]);
  });
});

describe('a document with several tables', () => {
  it('goes on where a page has parted a table in two', () => {
    const plan = read(table(HEADER, row('1', 'А', 'март', 'МОЦ')), '<w:p/>', table(row('2', 'Б', 'май', 'ОО')));
    expect(told(plan)).toEqual(['ROW | 1 | А | март', 'ROW | 2 | Б | май']);
  });

  it('takes the words above a second table of the plan for a heading', () => {
    const again = row('№', 'Мероприятия', 'Сроки', 'Исполнители');
    const plan = read(
      p('План работы'),
      table(HEADER, row('1', 'А', 'март', 'МОЦ')),
      p('Раздел 2. Кадры'),
      table(again, row('1', 'Б', 'май', 'ОО')),
    );
    expect(plan.title).toBe('План работы');
    expect(told(plan)).toEqual(['ROW | 1 | А | март', 'SECTION | Раздел 2. | Кадры | ', 'ROW | 1 | Б | май']);
  });

  it('leaves other tables out and says so; a document without a plan is none', () => {
    const risks = table(row('№', 'Риски', 'Пути решения'), row('1', 'Нет денег', 'Сеть'));
    expect(read(table(HEADER, row('1', 'А', 'март', 'МОЦ')), risks).doubts).toMatchObject([
      { kind: 'unread-table', where: '№ | Риски | Пути решения' },
    ]);
    const reading = readWordTables(docxOf(risks));
    expect(reading.ok && readWordPlan(reading.blocks)).toBeUndefined();
  });
});

it('drops a repeated header, a row of column numbers and the words of a continued table', () => {
  const plan = read(
    table(
      HEADER,
      row('1', '2', '3', '4'),
      row('1', 'А', 'март', 'МОЦ'),
      raw(across(4, 'Продолжение таблицы 1')),
      HEADER,
      row('2', 'Б', 'май', 'ОО'),
    ),
  );
  expect(plan.rows).toHaveLength(2);
  expect(plan.account).toMatchObject({ read: 5, rows: 2, headers: 3 });
});
