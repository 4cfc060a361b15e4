import { describe, expect, it } from 'vitest';
import { isReviewed, reviewedSign, reviewWords } from '@/lib/diagnostics/computed/reviewed-sign';
import { pointFor } from '@/lib/diagnostics/scoring/point';
import { POINT } from '@/lib/diagnostics/scoring/point-code';
import { itemsOf } from '@/lib/methodology/items';
import type { SignDecision } from '@/lib/objectivity/sign-review';
import { computedCard } from '@/prisma/seed/reference/computed-card';

const decided = (step: SignDecision['step'], work = 'VPR/russian/4'): SignDecision => ({
  ...{ schoolId: 'А', code: 'Г01', work, step },
  ...{ reason: 'Перепроверка подтвердила', sentence: 'Средний балл 15,10 (участников: 20)' },
});

describe('a sign of a composite criterion', () => {
  it.each([
    ['found and not decided is neither «да» nor «нет»', 'YES', [], 'NO_DATA', 'MARKER'],
    ['not found is «нет»', 'NO', [], 'NO', 'FORMULA'],
    ['that cannot be computed is «нет данных»', 'NO_DATA', [], 'NO_DATA', 'FORMULA'],
    ['found and confirmed is «да»', 'YES', ['CONFIRMED'], 'YES', 'CONFIRMED'],
    ['confirmed stays «да» when newer results do not show it', 'NO', ['CONFIRMED'], 'YES', 'CONFIRMED'],
    ['confirmed stays «да» when the results are gone', 'NO_DATA', ['CONFIRMED'], 'YES', 'CONFIRMED'],
    ['found and rejected is «нет»', 'YES', ['REJECTED'], 'NO', 'REJECTED'],
    ['of several works is confirmed by one of them', 'YES', ['REJECTED', 'CONFIRMED'], 'YES', 'CONFIRMED'],
    ['that the method does not compute is «да» by confirmation alone', undefined, ['CONFIRMED'], 'YES', 'CONFIRMED'],
  ] as const)('%s', (_, formula, steps, value, ground) => {
    expect(
      reviewedSign(
        formula,
        steps.map((step) => decided(step)),
      ),
    ).toMatchObject({ value, ground });
  });

  it('that the method does not compute is nothing the portal could answer without a confirmation', () => {
    expect(reviewedSign(undefined, [])).toBeUndefined();
    expect(reviewedSign(undefined, [decided('REJECTED')])).toBeUndefined();
  });

  it('gives a point only when it is confirmed: a marker adds to the range and not to the sum', () => {
    const [sign] = itemsOf(computedCard).filter(isReviewed);
    if (!sign) return expect.fail('no sign');
    const code = (steps: readonly SignDecision['step'][]) =>
      pointFor(
        sign,
        true,
        reviewedSign(
          'YES',
          steps.map((step) => decided(step)),
        )?.value,
      ).code;
    expect([code([]), code(['CONFIRMED']), code(['REJECTED'])]).toEqual([POINT.NO_DATA, POINT.YES, POINT.NO]);
  });

  it('says the reason of the centre and the numbers it saw', () => {
    const words = (formula: 'YES' | 'NO', steps: readonly SignDecision['step'][]) => {
      const reviewed = reviewedSign(
        formula,
        steps.map((step) => decided(step)),
      );
      return reviewed ? reviewWords(reviewed, formula, '13,99 больше 12,06') : '';
    };
    expect(words('YES', ['CONFIRMED'])).toBe(
      'Центр подтвердил признак: Перепроверка подтвердила. Числа, которые видел центр: Средний балл 15,10 (участников: 20).',
    );
    expect(words('NO', ['CONFIRMED'])).toContain('По нынешним результатам формула его не находит');
    expect(words('YES', ['REJECTED'])).toContain('Центр отклонил признак: Перепроверка подтвердила.');
    expect(words('YES', [])).toBe(
      'Возможный маркер, центр ещё не посмотрел. Формула находит признак: 13,99 больше 12,06. Балла нет, пока центр не подтвердит признак.',
    );
  });

  it('is reviewed where the objectivity map knows it: fourteen federal signs and three local ones', () => {
    const codes = itemsOf(computedCard)
      .filter(isReviewed)
      .map(({ code }) => code);
    expect(codes).toHaveLength(17);
    expect(codes).toContain('Г17');
    expect(codes).not.toContain('Г18');
    expect(codes).not.toContain('А1');
  });
});
