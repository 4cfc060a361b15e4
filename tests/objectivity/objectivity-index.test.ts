import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignState } from '@/lib/objectivity/finding';
import { MISSING_RULES, objectivityIndex } from '@/lib/objectivity/objectivity-index';

const MARKED: SignState[] = ['ABSENT', 'PRESENT'];
const CLEAR: SignState[] = ['ABSENT', 'UNDEFINED'];
const UNKNOWN: SignState[] = ['UNDEFINED', 'UNDEFINED'];

describe('the index of a territory', () => {
  it('is 100 minus the percent of schools with at least one sign', () => {
    expect(objectivityIndex([MARKED, CLEAR, CLEAR, CLEAR])).toMatchObject({ value: 75, marked: 1, base: 4 });
  });

  it.each([
    ['KNOWN_ONLY', 50, 2],
    ['AS_UNMARKED', 75, 4],
    ['STRICT', null, 4],
  ] as const)('treats schools of which nothing is known as the setting says: %s', (rule, value, base) => {
    expect(objectivityIndex([MARKED, CLEAR, UNKNOWN, UNKNOWN], rule)).toMatchObject({ value, base, unknown: 2 });
  });

  it('is not defined where there is nothing to divide by', () => {
    expect(MISSING_RULES.map((rule) => objectivityIndex([], rule).value)).toEqual([null, null, null]);
    expect(objectivityIndex([UNKNOWN]).value).toBeNull();
  });

  it('never rises when a school is marked, under any rule', () => {
    const state = fc.constantFrom<SignState>('ABSENT', 'PRESENT', 'UNDEFINED');
    const schools = fc.array(fc.array(state, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(schools, fc.constantFrom(...MISSING_RULES), (states, rule) => {
        const before = objectivityIndex(states, rule).value;
        const after = objectivityIndex([['PRESENT'], ...states.slice(1)], rule).value;
        if (before !== null && after !== null) expect(after).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });
});
