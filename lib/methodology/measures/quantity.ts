import Fraction from 'fraction.js';

/**
 * A number of a method: an exact fraction, or «нет данных». Whatever is computed from «нет данных» is «нет данных»; a
 * comparison with it has no answer (`MissingData`), which «или» and «и» of the expression language carry on by
 * three-valued logic: true || ? is true, false && ? is false.
 */
export class Quantity {
  constructor(readonly value: Fraction | undefined) {}

  static readonly missing = new Quantity(undefined);

  /** Takes a number as it is written: 0.1 is one tenth. Refuses what is not finite. */
  static of(value: number | bigint | string | null | undefined): Quantity {
    if (value === null || value === undefined) return Quantity.missing;
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is not a number`);
    return new Quantity(
      new Fraction(Number.isSafeInteger(value) ? BigInt(value) : typeof value === 'bigint' ? value : String(value)),
    );
  }

  /** A share of two whole numbers; a share of nothing is «нет данных». */
  static share(numerator: number, denominator: number): Quantity {
    return denominator === 0 ? Quantity.missing : new Quantity(new Fraction(numerator, denominator));
  }

  get isKnown(): boolean {
    return this.value !== undefined;
  }
}

/** A comparison or a decision that cannot be made for lack of data. */
export class MissingData extends Error {
  constructor() {
    super('no data');
  }

  /** Thrown for each criterion without data: a stack each would cost more than the computation. */
  static readonly here = new MissingData();
}

const both =
  (compute: (a: Fraction, b: Fraction) => Fraction | undefined) =>
  (a: Quantity, b: Quantity): Quantity =>
    a.value === undefined || b.value === undefined ? Quantity.missing : new Quantity(compute(a.value, b.value));

export const plus = both((a, b) => a.add(b));
export const minus = both((a, b) => a.sub(b));
export const times = both((a, b) => a.mul(b));
/** Division by zero is «нет данных»: a share of nothing is not a number. */
export const over = both((a, b) => (b.equals(0) ? undefined : a.div(b)));

/** −1, 0 or 1; refuses «нет данных» with MissingData. */
export function compared(a: Quantity, b: Quantity): number {
  if (a.value === undefined || b.value === undefined) throw MissingData.here;
  return a.value.compare(b.value);
}

/** Half up, away from zero for negative numbers: 0.125 to two digits is 0.13. `digits` from 0 to 12. */
export function rounded(quantity: Quantity, digits: number): Quantity {
  if (quantity.value === undefined) return quantity;
  const scale = 10n ** BigInt(digits);
  const scaled = quantity.value.abs().mul(scale);
  const whole = (2n * scaled.n + scaled.d) / (2n * scaled.d);
  return new Quantity(new Fraction(quantity.value.s < 0n ? -whole : whole, scale));
}

const ROOT_DIGITS = 30n;

/** The square root to 30 decimals, cut; «нет данных» of a negative number. */
export function root(quantity: Quantity): Quantity {
  const { value } = quantity;
  if (value === undefined || value.s < 0n) return Quantity.missing;
  const scale = 10n ** ROOT_DIGITS;
  return new Quantity(new Fraction(wholeRoot((value.n * scale * scale) / value.d), scale));
}

/** The largest whole number whose square is not above n (Newton). */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** A decimal of at most `digits` places, half up, with a decimal point: the same number always gives the same text. */
export function decimal(quantity: Quantity, digits = 6): string {
  const { value } = rounded(quantity, digits);
  if (value === undefined) return '';
  const scale = 10n ** BigInt(digits);
  const whole = (value.n * scale) / value.d;
  const text = whole.toString().padStart(digits + 1, '0');
  const fraction = digits === 0 ? '' : text.slice(-digits).replace(/0+$/, '');
  const sign = value.s < 0n && whole !== 0n ? '-' : '';
  return `${sign}${digits === 0 ? text : text.slice(0, -digits)}${fraction && `.${fraction}`}`;
}
