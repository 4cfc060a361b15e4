import { describe, expect, it } from 'vitest';
import { putMeasure } from '@/lib/methodology/draft/change-measures';
import { measureOfCondition, thresholdCondition } from '@/lib/methodology/draft/threshold-condition';
import type { MethodThreshold } from '@/lib/methodology/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const limit = (op: MethodThreshold['op'], value: number, unit: MethodThreshold['unit']): MethodThreshold => ({
  ...{ op, value, unit },
  base: 'NONE',
  minParticipants: 0,
});

describe('a number with a threshold', () => {
  it.each([
    [limit('>=', 30, 'PERCENT'), 'twos >= 0.3'],
    [limit('>', 5, 'PERCENT'), 'twos > 0.05'],
    [limit('<', 100, 'PERCENTAGE_POINT'), 'twos < 1'],
    [limit('<=', 125, 'PERCENT'), 'twos <= 1.25'],
    [limit('=', 0, 'PERCENT'), 'twos == 0'],
    [limit('>=', 10, 'PERSON'), 'twos >= 10'],
    [limit('>', 3, 'MARK'), 'twos > 3'],
  ])('of %j is the condition «%s», and is known by it', (threshold, when) => {
    expect(thresholdCondition('twos', threshold)).toBe(when);
    const measure = { code: 'twos', title: 'Доля «2»', of: 'SCHOOL', unit: 'SHARE', round: null } as const;
    const method = putMeasure(defaultMethod, {
      ...measure,
      value: 'belowShare(own("OGE", "math", 9))',
      provenance: '–',
    });
    expect(measureOfCondition(method, when, threshold)).toBe('twos');
    expect(measureOfCondition(method, `${when} || true`, threshold)).toBeUndefined();
    expect(measureOfCondition(method, undefined, threshold)).toBeUndefined();
  });

  it('is compared with the number itself and nothing else', () => {
    expect(() => thresholdCondition('twos', { ...limit('>', 1, 'PERCENT'), base: 'LAST_YEAR' })).toThrow();
    expect(() => thresholdCondition('twos', { ...limit('>', 1, 'PERCENT'), minParticipants: 10 })).toThrow();
  });
});
