import type { Method, MethodCriterion, MethodProcedure } from '@/lib/methodology/method';
import { LOW_RESULTS_METHOD } from '@/prisma/seed/reference/default-method/provenance';

/**
 * The federal rule of schools with low results (ШНОР, ФИОКО 2020; domain handbook §2.1): at least two procedures of the
 * year in which 30 % of the participants or more got «2» or missed the minimum. Ships as a method of its own, so that a
 * municipality can see both side by side.
 */
const EXAMS = [
  { exam: 'VPR', name: 'ВПР', grade: 5 },
  { exam: 'VPR', name: 'ВПР', grade: 6 },
  { exam: 'OGE', name: 'ОГЭ', grade: 9 },
] as const;
const SUBJECTS = [
  { code: 'russian', short: 'ru', name: 'русский язык' },
  { code: 'math', short: 'ma', name: 'математика' },
] as const;
const MIN = 10;

const procedures: readonly MethodProcedure[] = EXAMS.flatMap(({ exam, name, grade }) =>
  SUBJECTS.map((subject) => ({
    code: `${exam.toLowerCase()}_${subject.short}${grade}`,
    title: `${name}, ${subject.name}, ${grade} класс`,
    exam: name,
    subject: subject.name,
    grade,
    minParticipants: 0,
    smallSample: MIN,
    section: null,
    results: { exam, subjects: [subject.code] },
  })),
);

const criteria: readonly MethodCriterion[] = EXAMS.flatMap(({ exam, name, grade }) =>
  SUBJECTS.map(
    (subject): MethodCriterion => ({
      kind: 'yes_no',
      code: `${name === 'ВПР' ? 'В' : 'О'}${subject.short === 'ru' ? 'Р' : 'М'}${grade}`,
      wording: `Низкие результаты: ${name}, ${subject.name}, ${grade} класс`,
      hint: {
        data: `Сколько человек писали ${name} (${subject.name}, ${grade} класс) в прошлом учебном году и сколько из них получили «2» или не набрали минимум.`,
        threshold: '«Да», если таких не менее 30 % участников: 3 из 10, 6 из 20.',
        why: 'Федеральная методика считает такие результаты низкими. Двух таких процедур за год достаточно, чтобы предложить школе помощь.',
      },
      threshold: { op: '>=', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 0 },
      dataSource: name === 'ВПР' ? 'ФИС ОКО' : 'протокол РИС ГИА-9',
      computable: 'RESULTS',
      provenance: LOW_RESULTS_METHOD,
      applies: `${grade} in grades`,
      enabled: true,
      computed: { when: `belowShare(own("${exam}", "${subject.code}", ${grade})) >= 0.3` },
    }),
  ),
);

export const federalLowResults: Method = {
  code: 'federal-low-results',
  title: 'Федеральное правило: низкие образовательные результаты',
  number: 1,
  provenance: LOW_RESULTS_METHOD,
  order: {
    number: '',
    date: null,
    title: 'Методика ФИОКО, 2020. Реквизиты приказа впишите свои.',
    issuer: 'орган управления образованием муниципалитета',
  },
  procedures: [...procedures],
  lowShare: { numerator: 3, denominator: 10 },
  params: [
    {
      code: 'lowProcedures',
      value: 2,
      title: 'Процедур с низкими результатами, с которых школа предлагается',
      unit: 'PROCEDURE',
    },
  ],
  sections: [
    {
      code: 'П',
      title: 'Оценочные процедуры года',
      table: 1,
      zone: 'results',
      enabled: true,
      switchable: false,
      note: 'ВПР не предназначены для оценки школ: результат – повод предложить помощь, а не место в ряду.',
      criteria: [...criteria],
    },
  ],
  federal: { groups: [], minimum: 2 },
  rules: [
    {
      code: 'low',
      verdict: 'proposed',
      when: 'sum >= params.lowProcedures',
      words: 'Процедур с низкими результатами – не менее {lowProcedures}',
    },
    {
      code: 'missing',
      verdict: 'insufficient',
      when: 'sum + extra >= params.lowProcedures',
      words: 'Данных нет о стольких процедурах, что низких могло бы быть не менее {lowProcedures}',
    },
    { code: 'otherwise', verdict: 'outside', when: 'true', words: 'Ни одно из предыдущих правил не выполнено' },
  ],
  verdicts: [
    {
      code: 'proposed',
      words: 'предлагается в список',
      level: 2,
      proposes: true,
      explanation: 'Школу рассматривает комиссия; решение – за ней.',
    },
    {
      code: 'outside',
      words: 'вне списка',
      level: 0,
      proposes: false,
      explanation: 'Процедур с низкими результатами меньше двух.',
    },
    {
      code: 'insufficient',
      words: 'недостаточно данных',
      level: null,
      proposes: false,
      explanation: 'Загрузите результаты процедур, о которых ещё ничего не известно.',
    },
  ],
  borderlineWords: 'погранично',
  publicLabel: 'ШНОР',
};
