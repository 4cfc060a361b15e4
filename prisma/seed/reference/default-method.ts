import type { Method } from '@/lib/methodology/method';
import { egeSection, ogeSection } from '@/prisma/seed/reference/default-method/exam-sections';
import { objectivitySection } from '@/prisma/seed/reference/default-method/objectivity-section';
import { federal, procedures } from '@/prisma/seed/reference/default-method/procedures';
import { contestSection, internalSection } from '@/prisma/seed/reference/default-method/school-sections';
import { vprSection } from '@/prisma/seed/reference/default-method/vpr-section';

/**
 * The default version: the instrument of the domain handbook §1.3 with the rule of «Method» of the settled questions.
 * Reference data that every municipality starts from and may change; nothing in the code depends on its content.
 */
export const defaultMethod: Method = {
  code: 'diagnostic-card',
  title: 'Диагностическая карта школы',
  number: 1,
  provenance:
    'Состав групп критериев – из доклада муниципального центра; признаки зоны риска – методика ФИОКО от 19.04.2019; остальное – предложение справочника портала. Все формулировки, пороги и правила – данные, которые муниципалитет меняет под свой приказ.',
  order: {
    number: '',
    date: null,
    title:
      'Образец: «Об утверждении диагностической карты и правила определения школ, которым нужна адресная поддержка». Это не действующий документ: впишите реквизиты приказа своего муниципалитета.',
    issuer: 'орган управления образованием муниципалитета',
  },
  procedures,
  lowShare: { numerator: 3, denominator: 10 },
  params: [
    { code: 'T1', value: null, title: 'Сумма баллов, с которой школа предлагается в список', unit: 'POINT' },
    { code: 'T2', value: null, title: 'Сумма баллов, с которой школа в зоне риска', unit: 'POINT' },
    {
      code: 'listPercent',
      value: 50,
      title: 'Доля возможной суммы, с которой школа предлагается в список',
      unit: 'PERCENT',
    },
    { code: 'riskPercent', value: 30, title: 'Доля возможной суммы, с которой школа в зоне риска', unit: 'PERCENT' },
    {
      code: 'objectivityPoints',
      value: 3,
      title: 'Баллы зоны риска по объективности, с которых школа в зоне риска',
      unit: 'POINT',
    },
    {
      code: 'missingPercentMax',
      value: 20,
      title: 'Наибольшая доля критериев без данных, при которой выносится вывод',
      unit: 'PERCENT',
    },
  ],
  sections: [ogeSection, egeSection, vprSection, objectivitySection, contestSection, internalSection],
  federal,
  rules: [
    {
      code: 'federal',
      verdict: 'proposed',
      when: 'low >= federalMinimum',
      words: 'Процедур года с низкими результатами – не менее {federalMinimum} (федеральное правило)',
    },
    {
      code: 'missing',
      verdict: 'insufficient',
      when: 'max == 0 || 100 * missing > params.missingPercentMax * applicable',
      words: 'Нет данных более чем по {missingPercentMax} % применимых критериев, или не известен ни один балл',
    },
    {
      code: 'list',
      verdict: 'proposed',
      when: '100 * sum >= params.listPercent * max || (has(params.T1) && sum >= params.T1)',
      words: 'Сумма баллов – не менее {listPercent} % возможной[ или не меньше {T1}]',
    },
    {
      code: 'risk',
      verdict: 'risk',
      when: '100 * sum >= params.riskPercent * max || (has(params.T2) && sum >= params.T2) || objectivity >= params.objectivityPoints',
      words:
        'Сумма баллов – не менее {riskPercent} % возможной[ или не меньше {T2}], либо баллов зоны риска по объективности – не менее {objectivityPoints}',
    },
    { code: 'otherwise', verdict: 'outside', when: 'true', words: 'Ни одно из предыдущих правил не выполнено' },
  ],
  verdicts: [
    {
      code: 'proposed',
      words: 'предлагается в список',
      level: 2,
      proposes: true,
      explanation:
        'Школа предлагается комиссии для включения в список на адресную поддержку. Решение принимает комиссия, список утверждает приказ.',
    },
    {
      code: 'risk',
      words: 'зона риска',
      level: 1,
      proposes: false,
      explanation:
        'Отдельные результаты требуют внимания. Школе предлагают методическую помощь без включения в список.',
    },
    {
      code: 'outside',
      words: 'вне зоны риска',
      level: 0,
      proposes: false,
      explanation: 'По известным данным школе не нужна адресная поддержка.',
    },
    {
      code: 'insufficient',
      words: 'недостаточно данных',
      level: null,
      proposes: false,
      explanation: 'Данных слишком мало, чтобы делать вывод. Заполните критерии, отмеченные «нет данных».',
    },
  ],
  borderlineWords: 'погранично',
  publicLabel: 'ШНРО',
};
