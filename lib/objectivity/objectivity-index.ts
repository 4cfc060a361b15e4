import type { SignState } from '@/lib/objectivity/finding';

/**
 * What to do with a school of which a sign is not known. The published methodology does not say; the municipality sets it.
 * KNOWN_ONLY: schools of which nothing is known leave the denominator (the default). AS_UNMARKED: they count as not
 * marked. STRICT: no index at all while any school is unknown.
 */
export const MISSING_RULES = ['KNOWN_ONLY', 'AS_UNMARKED', 'STRICT'] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

export interface ObjectivityIndex {
  readonly schools: number;
  readonly marked: number;
  /** Schools none of whose signs could be computed. */
  readonly unknown: number;
  /** What `marked` is divided by under the rule. */
  readonly base: number;
  /** 100 − % of marked schools, 0…100; null where there is nothing to divide by or the rule forbids it. */
  readonly value: number | null;
}

/**
 * Index of a territory (ФИОКО, 2019): stage 1, a school is marked by at least one sign; stage 2, percent of marked schools;
 * stage 3, 100 − that percent. `states` are the signs of each school: pass only those that the method counts.
 */
export function objectivityIndex(
  states: readonly (readonly SignState[])[],
  rule: MissingRule = 'KNOWN_ONLY',
): ObjectivityIndex {
  const schools = states.length;
  const marked = states.filter((signs) => signs.includes('PRESENT')).length;
  const unknown = states.filter((signs) => signs.every((state) => state === 'UNDEFINED')).length;
  const base = rule === 'KNOWN_ONLY' ? schools - unknown : schools;
  const isForbidden = rule === 'STRICT' && unknown > 0;
  return { schools, marked, unknown, base, value: base === 0 || isForbidden ? null : 100 - (100 * marked) / base };
}
