import { describe, expect, it } from 'vitest';
import { readTerm } from '@/lib/roadmaps/read-term';
import { lastDayOfTerm, monthsOfTerm, spanOf, type TermCalendar } from '@/lib/roadmaps/term';
import { printTerm } from '@/lib/roadmaps/term-words';

const YEAR: TermCalendar = { kind: 'calendar', year: 2026 };
const SCHOOL: TermCalendar = { kind: 'school', year: 2026 };

/** Every cell «Срок» of a roadmap, top to bottom, with how often it occurs, its print and the months from 1 to 12. */
type SeedTerm = readonly [written: string, times: number, printed: string, months: readonly number[]];

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const from = (first: number, last: number) => ALL.slice(first - 1, last);

/** Демидов, приказ от 01.03.2018 № 43-о/д, приложение № 3: 24 rows. */
const DEMIDOV: readonly SeedTerm[] = [
  ['март', 9, 'март', [3]],
  ['апрель-декабрь', 1, 'апрель–декабрь', from(4, 12)],
  ['март-ноябрь', 4, 'март–ноябрь', from(3, 11)],
  ['март, октябрь, ноябрь', 1, 'март, октябрь, ноябрь', [3, 10, 11]],
  ['в течение\n\nгода', 1, 'в течение года', ALL],
  ['март, май, сентябрь', 1, 'март, май, сентябрь', [3, 5, 9]],
  ['в течение года', 2, 'в течение года', ALL],
  ['апрель', 1, 'апрель', [4]],
  ['февраль-ноябрь', 1, 'февраль–ноябрь', from(2, 11)],
  ['май', 1, 'май', [5]],
  ['ноябрь-декабрь', 1, 'ноябрь, декабрь', [11, 12]],
  ['по плану', 1, 'по плану', []],
];

/** Смоленск, «Дорожная карта» на базе МБУ ДО «ЦДО», 2018: 30 rows; spaces and line breaks as they are in the file. */
const SMOLENSK: readonly SeedTerm[] = [
  ['Март\n', 1, 'март', [3]],
  ['Март-апрель\n', 1, 'март, апрель', [3, 4]],
  ['Март', 6, 'март', [3]],
  ['Март\n\nАпрель-октябрь', 1, 'март / апрель–октябрь', from(3, 10)],
  [' Март, октябрь,    ноябрь', 1, 'март, октябрь, ноябрь', [3, 10, 11]],
  [' В течение года', 1, 'в течение года', ALL],
  ['Март - июнь', 2, 'март–июнь', from(3, 6)],
  ['Март - ноябрь', 2, 'март–ноябрь', from(3, 11)],
  ['В течение года ', 5, 'в течение года', ALL],
  ['Март-декабрь', 2, 'март–декабрь', from(3, 12)],
  ['Ноябрь-декабрь', 1, 'ноябрь, декабрь', [11, 12]],
  ['Май\n\nИюнь\n\nсентябрь, ноябрь', 1, 'май / июнь / сентябрь, ноябрь', [5, 6, 9, 11]],
  ['апрель-декабрь', 2, 'апрель–декабрь', from(4, 12)],
  ['Март ', 1, 'март', [3]],
  [
    'Март – декабрь\nСентябрь - октябрь \n\nОктябрь-ноябрь\n\nНоябрь - декабрь\n\n',
    1,
    'март–декабрь / сентябрь, октябрь / октябрь, ноябрь / ноябрь, декабрь',
    from(3, 12),
  ],
  ['Март- ноябрь', 1, 'март–ноябрь', from(3, 11)],
  ['В течении года', 1, 'в течение года', ALL],
];

describe.each([
  ['Демидова', DEMIDOV, 24],
  ['Смоленска', SMOLENSK, 30],
] as const)('the roadmap of %s', (_, terms, rows) => {
  it('is listed whole', () => {
    expect(terms.reduce((sum, [, times]) => sum + times, 0)).toBe(rows);
  });

  it.each(terms)('is understood without a doubt where it says %j', (written, _times, printed, months) => {
    const term = readTerm(written, { kind: 'calendar', year: 2018 });
    expect(printTerm(term)).toBe(printed);
    expect(monthsOfTerm(term).map((month) => Number(month.slice(5)))).toEqual(months);
    expect(monthsOfTerm(term).every((month) => month.startsWith('2018-'))).toBe(true);
    expect(term.doubt).toBeNull();
    expect(term.written).toBe(written);
  });
});

it.each([
  ['2018 год', 'в течение 2018 года', '2018-01', '2018-12'],
  ['в течение 2018 года', 'в течение 2018 года', '2018-01', '2018-12'],
  ['(2018 - 2019 г.г.)', '2018–2019 годы', '2018-01', '2019-12'],
  ['январь-февраль 2018 года', 'январь, февраль 2018', '2018-01', '2018-02'],
  ['март – сентябрь 2018 года', 'март–сентябрь 2018', '2018-03', '2018-09'],
  ['октябрь - декабрь 2018 года', 'октябрь–декабрь 2018', '2018-10', '2018-12'],
  ['В сентябре – октябре 2019 года', 'сентябрь, октябрь 2019', '2019-09', '2019-10'],
  ['октябрь 2019 г.', 'октябрь 2019', '2019-10', '2019-10'],
  ['декабрь, 2020', 'декабрь 2020', '2020-12', '2020-12'],
])('the stages of programmes and reports, %j, keep the years they name', (written, printed, first, last) => {
  const term = readTerm(written, YEAR);
  expect(printTerm(term)).toBe(printed);
  expect([monthsOfTerm(term)[0], monthsOfTerm(term).at(-1)]).toEqual([first, last]);
  expect(term.doubt).toBeNull();
});

describe('months', () => {
  it.each([
    ['Март–ноябрь', 'март–ноябрь'],
    ['март — ноябрь', 'март–ноябрь'],
    ['март−ноябрь', 'март–ноябрь'],
    ['с марта по ноябрь', 'март–ноябрь'],
    ['С  МАРТА  ПО  НОЯБРЬ .', 'март–ноябрь'],
    ['в марте-ноябре', 'март–ноябрь'],
    ['март-ноябрь 2026 г.', 'март–ноябрь 2026'],
    ['мар.-нояб.', 'март–ноябрь'],
    ['в период с марта по ноябрь', 'март–ноябрь'],
    ['Срок: март месяц', 'март'],
    ['май, июнь, сентябрь, ноябрь', 'май, июнь, сентябрь, ноябрь'],
    ['апрель, май и июнь', 'апрель–июнь'],
    ['ноябрь; март', 'ноябрь / март'],
    ['Март / Апрель–октябрь', 'март / апрель–октябрь'],
    ['март/апрель', 'март / апрель'],
    ['янв., февр., апр., авг., сент., окт., дек.', 'январь, февраль, апрель, август–октябрь, декабрь'],
    ['09.2026', 'сентябрь 2026'],
    ['сентябрь 2026 – май 2027', 'сентябрь 2026 – май 2027'],
    ['сентябрь–май 2026-2027', 'сентябрь 2026 – май 2027'],
    ['сентябрь – май 2026/27 уч. г.', 'сентябрь 2026 – май 2027'],
    ['ноябрь, январь 2027', 'ноябрь 2026, январь 2027'],
    ['I квартал', 'январь–март'],
    ['1-2 кварталы', 'январь–июнь'],
    ['I, III кварталы', 'январь–март, июль–сентябрь'],
    ['4-й кв. 2026 г.', 'октябрь–декабрь 2026'],
    ['в первом полугодии', 'январь–июнь'],
    ['II полугодие', 'июль–декабрь'],
    ['2 полугодие 2026/2027 учебного года', 'январь–май 2027'],
  ])('in %j are %j', (written, printed) => {
    const term = readTerm(written, YEAR);
    expect(printTerm(term)).toBe(printed);
    expect(term.parts.every((part) => part.kind === 'months')).toBe(true);
  });

  it('are drawn once and in order, however the parts overlap', () => {
    expect(monthsOfTerm(readTerm('июнь / март, май / май–июль', YEAR))).toEqual([
      '2026-03',
      '2026-05',
      '2026-06',
      '2026-07',
    ]);
  });

  it('without a year go to the autumn or the spring of a school year', () => {
    expect(monthsOfTerm(readTerm('октябрь, март', SCHOOL))).toEqual(['2026-10', '2027-03']);
    expect(monthsOfTerm(readTerm('I полугодие', SCHOOL)).at(-1)).toBe('2026-12');
    expect(monthsOfTerm(readTerm('I полугодие 2027 г.', SCHOOL)).at(-1)).toBe('2027-06');
  });
});

describe('a range that runs backwards', () => {
  it.each([
    ['ноябрь–март', YEAR, 'ноябрь 2026 – март 2027', 'backwards'],
    ['сентябрь–май', YEAR, 'сентябрь 2026 – май 2027', 'backwards'],
    ['20 декабря – 15 января', YEAR, '20 декабря 2026 – 15 января 2027', 'backwards'],
    ['сентябрь–май 2026', YEAR, 'сентябрь 2025 – май 2026', 'backwards'],
    ['ноябрь–март', SCHOOL, 'ноябрь–март', null],
    ['20 декабря – 15 января', SCHOOL, '20 декабря – 15 января', null],
    ['август–июнь', SCHOOL, 'август 2026 – июнь 2027', 'backwards'],
    ['август–июнь 2026/27 уч. года', YEAR, 'август 2026 – июнь 2027', 'backwards'],
    ['май–октябрь', SCHOOL, 'май–октябрь 2027', 'backwards'],
    ['март–ноябрь', SCHOOL, 'март–ноябрь 2027', 'backwards'],
  ] as const)('%j turns the year where it must, and says so', (written, calendar, printed, doubt) => {
    const term = readTerm(written, calendar);
    expect(printTerm(term)).toBe(printed);
    expect(term.doubt).toBe(doubt);
  });

  it('is not read against the years it names', () => {
    expect(readTerm('май 2027 – сентябрь 2026', YEAR).doubt).toBe('unread');
    expect(readTerm('20–10 марта', YEAR).doubt).toBe('unread');
  });

  it('is not made of a list: its months stay in the calendar and are doubted', () => {
    const term = readTerm('ноябрь, январь', YEAR);
    expect(printTerm(term)).toBe('январь, ноябрь');
    expect(term.doubt).toBe('backwards');
  });
});

describe('days', () => {
  it.each([
    ['15 марта', '15 марта', '2026-03-15', '2026-03-15'],
    ['15.03', '15 марта', '2026-03-15', '2026-03-15'],
    ['15.03.2026', '15 марта 2026', '2026-03-15', '2026-03-15'],
    ['15. 03. 2026 г.', '15 марта 2026', '2026-03-15', '2026-03-15'],
    ['15.03.26', '15 марта 2026', '2026-03-15', '2026-03-15'],
    ['2026-03-15', '15 марта 2026', '2026-03-15', '2026-03-15'],
    ['10–20 марта 2026', '10–20 марта 2026', '2026-03-10', '2026-03-20'],
    ['с 1-го по 15-е марта', '1–15 марта', '2026-03-01', '2026-03-15'],
    ['15.03.2026–20.05.2026', '15 марта – 20 мая 2026', '2026-03-15', '2026-05-20'],
    ['с 01.09.2026 по 31.05.2027', '1 сентября 2026 – 31 мая 2027', '2026-09-01', '2027-05-31'],
    ['сентябрь – 15 октября', '1 сентября – 15 октября', '2026-09-01', '2026-10-15'],
    ['II декада марта', '11–20 марта', '2026-03-11', '2026-03-20'],
    ['вторая половина февраля', '16–28 февраля', '2026-02-16', '2026-02-28'],
    ['до 1 марта', 'до 1 марта', null, '2026-03-01'],
    ['в срок до 1 марта включительно', 'до 1 марта', null, '2026-03-01'],
    ['до 15.03.2026', 'до 15 марта 2026', null, '2026-03-15'],
    ['не позднее 15 марта', 'до 15 марта', null, '2026-03-15'],
    ['не позже, чем до 15 марта', 'до 15 марта', null, '2026-03-15'],
    ['к 15 марта', 'до 15 марта', null, '2026-03-15'],
    ['по 15 марта', 'до 15 марта', null, '2026-03-15'],
    ['не позднее мая', 'до 31 мая', null, '2026-05-31'],
    ['до конца мая', 'до 31 мая', null, '2026-05-31'],
    ['к началу мая', 'до 1 мая', null, '2026-05-01'],
    ['до конца I квартала', 'до 31 марта', null, '2026-03-31'],
    ['до конца года', 'до 31 декабря', null, '2026-12-31'],
    ['к началу учебного года', 'до 1 сентября', null, '2026-09-01'],
  ])('of %j are %j', (written, printed, first, last) => {
    const term = readTerm(written, YEAR);
    expect(printTerm(term)).toBe(printed);
    expect(term.parts).toMatchObject([{ kind: 'days', from: first, to: last }]);
    expect(lastDayOfTerm(term)).toBe(last);
    expect(term.doubt).toBeNull();
  });

  it('listed one after another are a part each, and the last is the deadline', () => {
    const term = readTerm('10, 15 и 20 марта, 5 апреля 2026', YEAR);
    expect(printTerm(term)).toBe('10 марта 2026, 15 марта 2026, 20 марта 2026, 5 апреля 2026');
    expect(lastDayOfTerm(term)).toBe('2026-04-05');
  });

  it('that do not exist are not read', () => {
    expect(readTerm('31 февраля', YEAR).doubt).toBe('unread');
    expect(readTerm('29.02.2026', YEAR).doubt).toBe('unread');
    expect(readTerm('32 марта', YEAR).doubt).toBe('unread');
  });

  it('with a beginning and no end last to the end of the span and are never late', () => {
    const term = readTerm('начиная с 15 октября', YEAR);
    expect(printTerm(term)).toBe('с 15 октября');
    expect(monthsOfTerm(term)).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(lastDayOfTerm(term)).toBeNull();
  });
});

describe('what people mean differently is read and doubted', () => {
  it.each([
    ['к маю', YEAR, 'до 1 мая', 'until-month'],
    ['до мая', YEAR, 'до 1 мая', 'until-month'],
    ['с сентября до ноября', YEAR, 'сентябрь–ноябрь', 'until-month'],
    ['конец мая', YEAR, 'май', 'part-of-month'],
    ['начало сентября', YEAR, 'сентябрь', 'part-of-month'],
    ['до конца учебного года', SCHOOL, 'до 31 мая', 'year-end'],
    ['до конца года', SCHOOL, 'до 31 декабря', 'year-end'],
  ] as const)('%j', (written, calendar, printed, doubt) => {
    const term = readTerm(written, calendar);
    expect(printTerm(term)).toBe(printed);
    expect(term.doubt).toBe(doubt);
  });
});

describe('the whole span', () => {
  it.each([
    ['в течение года', 'в течение года'],
    ['В теч. года', 'в течение года'],
    ['на протяжении всего года', 'в течение года'],
    ['весь год', 'в течение года'],
    ['в течение учебного года', 'в течение учебного года'],
    ['учебный год', 'в течение учебного года'],
    ['весь период', 'весь период'],
    ['весь период реализации программы', 'весь период'],
    ['постоянно', 'постоянно'],
    ['ежемесячно', 'ежемесячно'],
    ['1 раз в месяц', 'ежемесячно'],
    ['не реже одного раза в месяц', 'ежемесячно'],
    ['ежеквартально', 'ежеквартально'],
    ['раз в квартал', 'ежеквартально'],
    ['2 раза в год', 'раз в полугодие'],
    ['ежегодно', 'ежегодно'],
  ])('is meant by %j', (written, printed) => {
    for (const calendar of [YEAR, SCHOOL]) {
      const term = readTerm(written, calendar);
      expect(printTerm(term)).toBe(printed);
      expect(monthsOfTerm(term)).toEqual(spanOf(calendar));
      expect(lastDayOfTerm(term)).toBe(calendar === YEAR ? '2026-12-31' : '2027-08-31');
      expect(term.doubt).toBeNull();
    }
  });

  it.each([
    ['2026–2027 учебный год', '2026-09', '2027-08'],
    ['2026/27 уч. г.', '2026-09', '2027-08'],
    ['2026 / 2027 учебный год', '2026-09', '2027-08'],
    ['2027 г.', '2027-01', '2027-12'],
    ['2026-2028 гг.', '2026-01', '2028-12'],
  ])('is another where %j says which', (written, first, last) => {
    const months = monthsOfTerm(readTerm(written, YEAR));
    expect([months[0], months.at(-1)]).toEqual([first, last]);
  });
});

describe('a plan', () => {
  it.each([
    ['По плану СОИРО', 'plan', 'по плану СОИРО'],
    ['по отдельному плану', 'plan', 'по отдельному плану'],
    ['по отдельному утверждённому графику', 'plan', 'по отдельному утверждённому графику'],
    ['по плану-\nграфику МОЦ, СОИРО', 'plan', 'по плану-графику МОЦ, СОИРО'],
    ['согласно плану работы РМО на 2026 год', 'plan', 'согласно плану работы РМО на 2026 год'],
    ['по мере необходимости', 'need', 'по мере необходимости'],
    ['по мере поступления заявок', 'need', 'по мере поступления заявок'],
    ['при необходимости', 'need', 'при необходимости'],
    ['по запросам школ', 'request', 'по запросам школ'],
    ['по согласованию', 'agreement', 'по согласованию'],
    ['по отдельному приказу', 'order', 'по отдельному приказу'],
  ])('%j has no months and no deadline, and is no doubt', (written, word, text) => {
    const term = readTerm(written, YEAR);
    expect(term.parts).toEqual([{ kind: 'by-plan', word, text }]);
    expect(monthsOfTerm(term)).toEqual([]);
    expect(lastDayOfTerm(term)).toBeNull();
    expect(term.doubt).toBeNull();
  });

  it.each([
    ['март–май (по плану СОИРО)', 'март–май, по плану СОИРО', '2026-05-31'],
    ['по графику, в течение года', 'в течение года, по графику', '2026-12-31'],
    ['по мере необходимости в течение года', 'в течение года, по мере необходимости', '2026-12-31'],
    ['сентябрь–декабрь, ежемесячно', 'сентябрь–декабрь, ежемесячно', '2026-12-31'],
    ['ежегодно до 1 сентября', 'до 1 сентября, ежегодно', '2026-09-01'],
    ['ежемесячно по плану', 'ежемесячно, по плану', '2026-12-31'],
  ])('or a rhythm beside months only qualifies them: %j', (written, printed, last) => {
    const term = readTerm(written, YEAR);
    expect(printTerm(term)).toBe(printed);
    expect(lastDayOfTerm(term)).toBe(last);
  });

  it('in a sub-row of its own keeps the row from being late', () => {
    const term = readTerm('март\nпо плану', YEAR);
    expect(printTerm(term)).toBe('март / по плану');
    expect(lastDayOfTerm(term)).toBeNull();
  });

  it('does not swallow a month', () => {
    expect(readTerm('по плану март', YEAR).doubt).toBe('unread');
  });
});

describe('the dirt of Word and of recognition', () => {
  it.each([
    ['сен-\nтябрь', 'сентябрь'],
    ['сен\u00ad\nтябрь', 'сентябрь'],
    ['сен\u00adтябрь', 'сентябрь'],
    ['сен\nтябрь', 'сентябрь'],
    ['нояб рь', 'ноябрь'],
    ['март-\nноябрь', 'март–ноябрь'],
    ['март\n- ноябрь', 'март–ноябрь'],
    ['Март,\nоктябрь', 'март, октябрь'],
    ['с марта\nпо\nноябрь', 'март–ноябрь'],
    ['в тече-\nние\nгода', 'в течение года'],
    ['март\u00a0–\u00a0ноябрь\u00a02026\u00a0г.', 'март–ноябрь 2026'],
    ['март-ноябрь\n2026 г.', 'март–ноябрь 2026'],
    ['март\r\n\r\nапрель', 'март / апрель'],
    ['- март\n- апрель', 'март / апрель'],
    ['1) март\n2) апрель', 'март / апрель'],
    ['15 марта\n20 апреля', '15 марта, 20 апреля'],
    ['Mapт', 'март'],
    ['c мая', 'с 1 мая'],
    ['П квартал', 'апрель–июнь'],
    ['IІ квартал', 'апрель–июнь'],
    ['«март».', 'март'],
    ['маи\u0306', 'май'],
    ['\u200bмарт ..', 'март'],
  ])('does not change what %j means', (written, printed) => {
    const term = readTerm(written, YEAR);
    expect(printTerm(term)).toBe(printed);
    expect(term.written).toBe(written);
    expect(term.doubt).toBeNull();
  });
});

describe('what is not understood', () => {
  it.each([
    'осень',
    'после проведения ВПР',
    'март или апрель',
    'в течение месяца',
    'май следующего года',
    'I четверть',
    'до 25 числа каждого месяца',
    '15/03/2026',
    'март апрель',
    '13.13.2026',
    '5 квартал',
    '2026 г.: март',
    'м а р т',
  ])('is kept as it is and marked: %j', (written) => {
    const term = readTerm(written, YEAR);
    expect(term.parts).toEqual([{ kind: 'unknown', text: written }]);
    expect(term.doubt).toBe('unread');
    expect(printTerm(term)).toBe(written);
    expect(lastDayOfTerm(term)).toBeNull();
  });

  it('does not hide the sub-rows beside it, but leaves the row without a deadline', () => {
    const term = readTerm('Март\nпосле проведения\nмониторинга\nМай', YEAR);
    expect(printTerm(term)).toBe('март / после проведения мониторинга / май');
    expect(monthsOfTerm(term)).toEqual(['2026-03', '2026-05']);
    expect(lastDayOfTerm(term)).toBeNull();
  });

  it.each(['', ' \n', '—', '...'])('is nothing at all in %j', (written) => {
    expect(readTerm(written, YEAR)).toEqual({ written, parts: [], doubt: 'empty' });
    expect(lastDayOfTerm(readTerm(written, YEAR))).toBeNull();
  });
});
