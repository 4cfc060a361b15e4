import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { assessCard, assessPoints } from '@/lib/diagnostics/scoring/assess-card';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { inputHash } from '@/lib/diagnostics/scoring/input-hash';
import { countLow } from '@/lib/diagnostics/scoring/low-procedures';
import { POINT, pointCode } from '@/lib/diagnostics/scoring/point-code';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { itemsOf } from '@/lib/methodology/items';
import { findVerdict } from '@/lib/methodology/method-words';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { randomCard } from '@/tests/diagnostics/random-card';
import { randomMethod } from '@/tests/diagnostics/random-method';

const runs = { numRuns: 500, seed: 43 };
const ITEMS = itemsOf(defaultMethod).map((item) => item.code);
const anyCard = randomCard(defaultMethod);
const anyItem = fc.constantFrom(...ITEMS);

const answered = (facts: CardFacts, item: string, value: AnswerValue): CardFacts => ({
  ...facts,
  answers: { ...facts.answers, [item]: value },
});
const assess = (facts: CardFacts) => assessCard(defaultMethod, facts);

describe('the sum of a card', () => {
  test('is the sum of its points, and the maximum counts what is known', () => {
    fc.assert(
      fc.property(anyCard, (facts) => {
        const { sum, max, extra, points, sections } = assess(facts);
        const count = (code: number) => points.filter((point) => point === code).length;
        expect(sum).toBe(count(POINT.YES));
        expect(max).toBe(count(POINT.YES) + count(POINT.NO));
        expect(extra).toBe(count(POINT.NO_DATA));
        expect(sections.reduce((total, section) => total + section.sum, 0)).toBe(sum);
        expect(sections.reduce((total, section) => total + section.max, 0)).toBe(max);
      }),
      runs,
    );
  });

  test('never falls, nor does the verdict, when a «нет» turns into «да»', () => {
    fc.assert(
      fc.property(anyCard, anyItem, (facts, item) => {
        const before = assess(answered(facts, item, 'NO'));
        const after = assess(answered(facts, item, 'YES'));
        expect(after.sum).toBeGreaterThanOrEqual(before.sum);
        expect(after.max).toBe(before.max);
        const level = (outcome: typeof before) => findVerdict(defaultMethod, outcome.verdict).level;
        const [lower, upper] = [level(before), level(after)];
        if (lower === null) expect([null, 2]).toContain(upper);
        else expect(upper).toBeGreaterThanOrEqual(lower);
      }),
      runs,
    );
  });

  test('treats «нет данных» never as 0: it leaves the maximum and enters the range', () => {
    fc.assert(
      fc.property(anyCard, anyItem, (facts, item) => {
        const no = assess(answered(facts, item, 'NO'));
        const noData = assess(answered(facts, item, 'NO_DATA'));
        const counts = no.points[ITEMS.indexOf(item)] === POINT.NO ? 1 : 0;
        expect(noData.sum).toBe(no.sum);
        expect(noData.max).toBe(no.max - counts);
        expect(noData.extra).toBe(no.extra + counts);
      }),
      runs,
    );
  });

  test('does not depend on the order of answers, grades, procedures or results, and neither does its hash', () => {
    fc.assert(
      fc.property(anyCard, (facts) => {
        const turned: CardFacts = {
          school: { kind: facts.school.kind, grades: facts.school.grades.toReversed() },
          held: facts.held.toReversed(),
          answers: Object.fromEntries(Object.entries(facts.answers).toReversed()),
          procedures: facts.procedures.toReversed(),
        };
        expect(assess(turned)).toEqual(assess(facts));
        expect(inputHash('m', turned)).toBe(inputHash('m', facts));
      }),
      runs,
    );
  });

  test('of every way to fill in what is missing lies in the range', () => {
    fc.assert(
      fc.property(anyCard, fc.infiniteStream(fc.constantFrom<AnswerValue>('YES', 'NO')), (facts, values) => {
        const { items, sum, extra } = assess(facts);
        const answers = { ...facts.answers };
        for (const { item, point } of items) {
          if (point === POINT.NO_DATA) answers[item.code] = values.next().value;
        }
        const filled = assess({ ...facts, answers });
        expect(filled.sum).toBeGreaterThanOrEqual(sum);
        expect(filled.sum).toBeLessThanOrEqual(sum + extra);
        expect(filled.extra).toBe(0);
      }),
      runs,
    );
  });

  test('is never borderline when nothing is missing', () => {
    const complete = randomCard(defaultMethod, fc.constantFrom<AnswerValue>('YES', 'NO', 'NOT_APPLICABLE'));
    fc.assert(
      fc.property(complete, (facts) => {
        const outcome = assess(facts);
        fc.pre(outcome.extra === 0);
        expect(outcome.borderline).toBe(false);
      }),
      runs,
    );
  });
});

describe('recomputing from stored points', () => {
  test('gives the same outcome as the card, for any method', () => {
    const pair = randomMethod.chain(({ method }) => randomCard(method).map((facts) => ({ method, facts })));
    fc.assert(
      fc.property(pair, ({ method, facts }) => {
        const { points, items, sections, procedures, ...outcome } = assessCard(method, facts);
        const stored = Int16Array.from(points);
        const recomputed = assessPoints(compileMethod(method), facts.school.kind, stored, countLow(procedures));
        expect(recomputed).toEqual(outcome);
        expect(Array.from(stored, pointCode)).toEqual(points);
      }),
      runs,
    );
  });
});
