import { describe, expect, test } from 'vitest';
import { assessCard } from '@/lib/diagnostics/scoring/assess-card';
import { type AnswerRecord, explainPoint } from '@/lib/diagnostics/scoring/explain-point';
import { explainVerdict } from '@/lib/diagnostics/scoring/explain-verdict';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { type CardParts, card } from '@/tests/diagnostics/build-card';

const answer: AnswerRecord = {
  value: 'YES',
  number: '',
  source: 'ENTERED',
  comment: 'по протоколу',
  author: 'Директор школы',
  at: new Date('2026-11-23T09:00:00Z'),
};

function explain(code: string, parts: CardParts, given?: AnswerRecord) {
  const assessed = assessCard(defaultMethod, card(parts)).items.find(({ item }) => item.code === code);
  if (!assessed) throw new Error(code);
  return explainPoint(defaultMethod, assessed, given);
}

describe('every point opens to', () => {
  test('wording, rule, value, source, author, time and version', () => {
    expect(explain('А3', { yes: ['А3'] }, answer)).toMatchObject({
      item: { code: 'А3', section: 'А' },
      point: 1,
      value: 'да',
      source: 'введено школой',
      comment: 'по протоколу',
      author: 'Директор школы',
      at: answer.at,
      method: { number: 1, title: 'Диагностическая карта школы' },
    });
  });

  test.each<[string, string, CardParts, 0 | 1 | null, RegExp]>([
    ['«да»', 'А3', { yes: ['А3'] }, 1, /признак есть/],
    ['«нет»', 'А3', {}, 0, /признака нет/],
    ['«нет данных»', 'А3', { noData: ['А3'] }, null, /это не 0/],
    ['«неприменимо» by a person', 'А3', { notApplicable: ['А3'] }, null, /Ответ «неприменимо»/],
    ['no answer', 'А3', { rest: 'unanswered' }, null, /Ответа ещё нет/],
    ['what the school cannot have', 'Б1', { school: 'BASIC', yes: ['Б1'] }, null, /само собой/],
    ['what is switched off', 'В1', { yes: ['В1'] }, null, /выключен/],
  ])('a reason for %s', (_, code, parts, point, reason) => {
    const explained = explain(code, parts);
    expect(explained.point).toBe(point);
    expect(explained.reason).toMatch(reason);
  });

  test('«неприменимо» for what the school cannot have, whatever answer was kept', () => {
    expect(explain('Б1', { school: 'BASIC', yes: ['Б1'] }, answer).value).toBe('неприменимо');
  });

  test('«нет ответа» where there is none', () => {
    expect(explain('А3', { rest: 'unanswered' })).toMatchObject({
      value: 'нет ответа',
      author: undefined,
      comment: '',
    });
  });
});

describe('every verdict opens to', () => {
  test('the rules in their order, up to the one that decided', () => {
    const outcome = assessCard(defaultMethod, card({ yes: ['Г01', 'Г02', 'Г03'], noData: ['Е1'] }));
    const explained = explainVerdict(defaultMethod, outcome);
    expect(explained.steps.map((step) => `${step.code} ${step.state}`)).toEqual([
      'federal FAILED',
      'missing FAILED',
      'list FAILED',
      'risk DECIDED',
      'otherwise NOT_ASKED',
    ]);
    expect(explained).toMatchObject({ words: 'зона риска', range: { from: 3, to: 4 } });
    expect(explained.because).toContain('30\u00a0%');
  });
});
