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
