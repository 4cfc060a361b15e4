import { describe, expect, test } from 'vitest';
import { type GivenAnswer, gaps } from '@/lib/diagnostics/cards/gaps';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { type CardParts, card } from '@/tests/diagnostics/build-card';

function gapsOf(parts: CardParts, comments: Readonly<Record<string, string>> = {}) {
  const facts = card(parts);
  const answers = new Map<string, GivenAnswer>(
    Object.entries(facts.answers).map(([code, value]) => [code, { value, comment: comments[code] ?? '' }]),
  );
  return gaps(defaultMethod, facts, answers);
}

describe('what keeps a card from being submitted', () => {
  test('an untouched card of a СОШ lacks 35 answers in five sections; В is off', () => {
    const found = gapsOf({ rest: 'unanswered' });
    expect(found).toMatchObject({ count: 35, applicable: 35, answered: 0 });
    expect(found.sections.map((section) => [section.code, section.applicable])).toEqual([
      ['А', 6],
      ['Б', 6],
      ['Г', 14],
      ['Д', 4],
      ['Е', 5],
    ]);
    expect(found.first).toMatchObject({ item: { code: 'А1' }, reason: 'UNANSWERED' });
  });

  test('an ООШ is not asked about ЕГЭ', () => {
    const found = gapsOf({ school: 'BASIC', rest: 'unanswered' });
    expect(found.count).toBe(27);
    expect(found.sections.map((section) => section.code)).toEqual(['А', 'Г', 'Д', 'Е']);
  });

  test('an answered card lacks nothing', () => {
    expect(gapsOf({ notApplicable: ['А1'] })).toMatchObject({ count: 0, first: undefined, answered: 35 });
  });

  test('«нет данных» is an answer only with a comment that says why', () => {
    expect(gapsOf({ noData: ['Д3'] }).first).toMatchObject({ item: { code: 'Д3' }, reason: 'NO_COMMENT' });
    expect(gapsOf({ noData: ['Д3'] }, { Д3: '  \n' }).count).toBe(1);
    expect(gapsOf({ noData: ['Д3'] }, { Д3: 'Отчёт ещё не готов' }).count).toBe(0);
  });

  test('the first gap is the first in the order of the card', () => {
    const found = gapsOf({ noData: ['Е1', 'Г05'] });
    expect(found.first?.item.code).toBe('Г05');
    expect(found.sections.map((section) => section.gaps.length)).toEqual([0, 0, 1, 0, 1]);
  });
});
