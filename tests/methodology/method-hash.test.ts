import { describe, expect, test } from 'vitest';
import { canonicalJson } from '@/lib/methodology/canonical-json';
import { contentHash, methodHash } from '@/lib/methodology/method-hash';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

describe('canonical JSON', () => {
  test.each<[string, unknown, string]>([
    ['sorts keys by code unit, at every depth', { b: 1, a: { д: 2, В: 3 } }, '{"a":{"В":3,"д":2},"b":1}'],
    ['keeps the order of lists', [3, 1, 2], '[3,1,2]'],
    ['keeps null and empty apart', { a: null, b: '', c: [], d: {} }, '{"a":null,"b":"","c":[],"d":{}}'],
    ['escapes as JSON does', 'а"б\n', '"а\\"б\\n"'],
    ['writes minus zero as zero', -0, '0'],
    ['takes objects without a prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
  ])('%s', (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['undefined, which JSON drops', { a: undefined }],
    ['a fraction', 0.1],
    ['what is not a number', Number.NaN],
    ['a number that doubles cannot hold', 2 ** 53],
    ['a date, which would become text', new Date(0)],
    ['a map, which would become {}', new Map([['a', 1]])],
    ['a bigint', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  test('has no two values with one form', () => {
    expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['a","b']));
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
  });
});

describe('the hash of a version', () => {
  test('is sha-256 of the canonical bytes', () => {
    // printf '{"a":1}' | sha256sum
    expect(contentHash({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
  });

  test('does not depend on how its keys were written, and changes with any number', () => {
    const turned = Object.fromEntries(Object.entries(defaultMethod).toReversed());
    expect(contentHash(turned)).toBe(methodHash(defaultMethod));
    const other = { ...defaultMethod, lowShare: { numerator: 31, denominator: 100 } };
    expect(methodHash(other)).not.toBe(methodHash(defaultMethod));
  });
});
