import { SEED } from './world.mjs';

// The second account of a world: everything the portal shows is computed here again from the numbers of schools alone.
const KINDS = 'PRIMARY BASIC BASIC BASIC SECONDARY SECONDARY SECONDARY SECONDARY GYMNASIUM LYCEUM'.split(' ');
const TITLES = {
  PRIMARY: 'Начальная школа',
  BASIC: 'Основная школа',
  SECONDARY: 'Средняя школа',
  GYMNASIUM: 'Гимназия',
  LYCEUM: 'Лицей',
};

function chance(i, y, p) {
  const mixed = i * 7919 + y * 104_729 + p * 1_299_709 + SEED;
  return Math.floor((Math.imul(mixed, 2_654_435_761) >>> 0) / 65_536) % 100;
}

/** What school `i` answers in year `y` to the item at position `p`. */
export function answerOf(i, y, p) {
  const c = chance(i, y, p);
  const yes = 5 + 9 * (i % 7);
  if (c < yes) return 'YES';
  if (c < yes + (i % 11 === 0 ? 25 : 3)) return 'NO_DATA';
  return c === 99 ? 'NOT_APPLICABLE' : 'NO';
}
answerOf.kind = (i) => KINDS[i % 10];

/** School `i` of a world of `n`. */
export function schoolOf(i, n) {
  const kind = KINDS[i % 10];
  return {
    i,
    kind,
    code: String(i).padStart(6, '0'),
    shortName: `${TITLES[kind]} № ${((i * 7919) % n) + 1}`,
    pupils: 100 + (i % 900),
  };
}

/** All schools in the order of the register: Russian alphabet, numbers as numbers. */
export function register(n) {
  const { compare } = new Intl.Collator('ru-RU', { numeric: true });
  return Array.from({ length: n }, (_, index) => schoolOf(index + 1, n)).sort(
    (a, b) => compare(a.shortName, b.shortName) || a.i - b.i,
  );
}

/** Outcome of school `i` in year `y` by the default rule, from its answers; the order of the rules is settled. */
export function outcomeOf(items, i, y) {
  const kind = KINDS[i % 10];
  const criteria = new Map();
  const count = { sum: 0, max: 0, low: 0, objectivity: 0 };
  for (const item of items) {
    if (!item.is_on || !item.kinds.includes(kind)) continue;
    const answer = answerOf(i, y, item.pos);
    if (answer === 'NOT_APPLICABLE') continue;
    const isKnown = answer !== 'NO_DATA';
    criteria.set(item.criterion, isKnown || criteria.get(item.criterion) === true);
    if (!isKnown) continue;
    count.max += 1;
    if (answer === 'NO') continue;
    count.sum += 1;
    count.objectivity += item.zone;
    if (item.code === 'А3' || item.code === 'Б3') count.low += 1;
  }
  const missing = [...criteria.values()].filter((isKnown) => !isKnown).length;
  return { ...count, missing, applicable: criteria.size, verdict: verdictOf(count, missing, criteria.size) };
}

function verdictOf({ sum, max, low, objectivity }, missing, applicable) {
  if (low >= 2) return 'proposed';
  if (max === 0 || 100 * missing > 20 * applicable) return 'insufficient';
  if (2 * sum >= max) return 'proposed';
  return 10 * sum >= 3 * max || objectivity >= 3 ? 'risk' : 'outside';
}

/** Schools of year `y` by verdict and sum, «verdict sum» → schools; those still at work on their card are not among them. */
export function distribution(items, n, y) {
  const counts = new Map();
  for (let i = 1; i <= n; i++) {
    if (y === 4 && i % 4 === 0) continue;
    const { verdict, sum } = outcomeOf(items, i, y);
    const key = `${verdict} ${sum}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
