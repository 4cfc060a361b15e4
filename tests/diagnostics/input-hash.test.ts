import { describe, expect, test } from 'vitest';
import { cardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { inputHash } from '@/lib/diagnostics/scoring/input-hash';
import { methodHash } from '@/lib/methodology/method-hash';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { card, withVpr } from '@/tests/diagnostics/build-card';

const method = methodHash(defaultMethod);
const facts = card({ procedures: [{ code: 'oge_ru', participants: 20, low: 3 }] });
const hash = inputHash(method, facts);

describe('the input hash of an assessment', () => {
  test('is the same for the same input, read back from JSON', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(inputHash(method, cardFacts.parse(JSON.parse(JSON.stringify(facts))))).toBe(hash);
  });

  test.each([
    ['an answer', { ...facts, answers: { ...facts.answers, А1: 'YES' as const } }],
    ['«нет данных» in place of no answer', { ...facts, answers: { ...facts.answers, Я: 'NO_DATA' as const } }],
    ['the kind of school', { ...facts, school: { ...facts.school, kind: 'LYCEUM' } }],
    ['a grade', { ...facts, school: { ...facts.school, grades: [1] } }],
    ['a procedure held', { ...facts, held: facts.held.slice(1) }],
    ['a result', { ...facts, procedures: [{ code: 'oge_ru', participants: 20, low: 4 }] }],
  ])('changes with %s', (_, other) => {
    expect(inputHash(method, other)).not.toBe(hash);
  });

  test('changes with the method', () => {
    expect(inputHash(methodHash(withVpr), facts)).not.toBe(hash);
  });
});

describe('the facts of a card', () => {
  test('are refused when more pupils got «2» than took part', () => {
    const wrong = { ...facts, procedures: [{ code: 'oge_ru', participants: 3, low: 4 }] };
    expect(cardFacts.safeParse(wrong).success).toBe(false);
  });
});
