import { describe, expect, test } from 'vitest';
import { isValidInn } from '@/lib/kernel/inn';

describe('an ИНН is taken only when its check digits agree', () => {
  test.each([
    ['279 mod 11 = 4', '1234567894', true],
    ['another last digit', '1234567890', false],
    ['two digits swapped', '1234576894', false],
    ['a person: 257 mod 11 = 4, 282 mod 11 = 7', '123456789047', true],
    ['a person with a wrong eleventh digit', '123456789057', false],
    ['a person with a wrong twelfth digit', '123456789048', false],
    ['a leading zero that was lost', '123456789', false],
    ['letters', '12345б7894', false],
    ['nobody: all zeros', '0000000000', false],
    ['nothing', '', false],
  ])('%s', (_, inn, valid) => {
    expect(isValidInn(inn)).toBe(valid);
  });
});
