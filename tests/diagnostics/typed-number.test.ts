import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { answerWords, readNumber, typedWords, valueOfNumber } from '@/lib/diagnostics/scoring/typed-number';
import type { NumberQuestion } from '@/lib/methodology/items';
import { THRESHOLD_OPS } from '@/lib/methodology/method';

const percent: NumberQuestion = {
  decimals: 1,
  least: 0,
  most: 100,
  threshold: { op: '>', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 0 },
};
const people: NumberQuestion = {
  decimals: 0,
  least: 0,
  most: null,
  threshold: { ...percent.threshold, op: '>=', value: 3, unit: 'PERSON' },
};
const read = (typed: string, question = percent) => {
  const found = readNumber(typed, question);
  return found.kind === 'number' ? found.number : found.message;
};

describe('a typed number', () => {
  it.each([
    ['34,5', '34.5'],
    ['34.5', '34.5'],
    [' 34,5 % ', '34.5'],
    ['34,50', '34.5'],
    ['034,0', '34'],
    ['0', '0'],
    ['-0', '0'],
    ['100\u00a0%', '100'],
  ])('%j is %s', (typed, number) => {
    expect(read(typed)).toBe(number);
  });

  it('reads thousands as people write them', () => {
    expect(read('1\u00a0250', people)).toBe('1250');
    expect(read('1 250', people)).toBe('1250');
  });

  it.each([
    ['', 'Впишите число цифрами, например 34,5.'],
    ['около 30', 'Впишите число цифрами, например 34,5.'],
    ['1,2,3', 'Впишите число цифрами, например 34,5.'],
    ['1e2', 'Впишите число цифрами, например 34,5.'],
    ['99999999999', 'Впишите число цифрами, например 34,5.'],
    ['34,56', 'После запятой – не больше знаков: 1. Округлите число.'],
    ['100,1', 'Число не может быть больше 100.'],
    ['−0,1', 'Число не может быть меньше 0.'],
  ])('%j is refused', (typed, message) => {
    expect(read(typed)).toBe(message);
  });

  it('asks for whole people, and knows per cent only where they are asked', () => {
    expect(read('2,5', people)).toBe('Нужно целое число.');
    expect(read('2%', people)).toBe('Впишите число цифрами, например 12.');
  });

  it('stands on the threshold exactly', () => {
    expect(valueOfNumber('30', percent.threshold)).toBe('NO');
    expect(valueOfNumber('30.1', percent.threshold)).toBe('YES');
    expect(valueOfNumber('3', people.threshold)).toBe('YES');
    expect(valueOfNumber('2', people.threshold)).toBe('NO');
    expect(valueOfNumber('-1', { op: '<', value: 0 })).toBe('YES');
  });

  it('is said with its unit', () => {
    expect(typedWords('34,5', percent)).toBe('34,5\u00a0%: ответ «да» (порог – больше 30\u00a0%)');
    expect(typedWords('', percent)).toBe('');
    expect(answerWords({ value: 'YES', number: '34.5' }, 'PERCENT')).toBe('да (34,5\u00a0%)');
    expect(answerWords({ value: 'NO_DATA', number: '' }, 'PERCENT')).toBe('нет данных');
  });
});

/** A decimal as digits and a scale, so that the expected comparison never passes through the code under test. */
const decimal = fc.record({
  units: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  scale: fc.integer({ min: 0, max: 4 }),
});
const free: NumberQuestion = { ...percent, decimals: 4, least: null, most: null };
const written = ({ units, scale }: { units: number; scale: number }) => {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)},${digits.slice(-scale)}`;
  return units < 0 ? `-${text}` : text;
};

describe('any typed number', () => {
  it('decides as exact fractions do', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 1000 }), fc.constantFrom(...THRESHOLD_OPS), (given, value, op) => {
        const side = new Fraction(BigInt(given.units), 10n ** BigInt(given.scale)).compare(new Fraction(value));
        const holds = { '>': side > 0, '>=': side >= 0, '<': side < 0, '<=': side <= 0, '=': side === 0 }[op];
        expect(valueOfNumber(read(written(given), free), { op, value })).toBe(holds ? 'YES' : 'NO');
      }),
    );
  });

  it('is the same when it is read again, and refuses rather than throws', () => {
    fc.assert(
      fc.property(decimal, (given) => {
        const once = read(written(given), free);
        expect(read(once, free)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(['number', 'refused']).toContain(readNumber(typed, percent).kind);
      }),
    );
  });
});
