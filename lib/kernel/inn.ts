const TEN = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const ELEVENTH = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const TWELFTH = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

const checkDigit = (digits: readonly number[], weights: readonly number[]) =>
  (weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11) % 10;

/**
 * Whether the text is an ИНН whose check digits agree: 10 digits of an organisation or 12 of a person.
 * Source of the weights: order of the tax service ММВ-7-6/435@ of 29.06.2012, «Порядок присвоения ИНН».
 * Ten zeros satisfy the arithmetic and are nobody's number, so they are refused.
 */
export function isValidInn(text: string): boolean {
  if (!/^(\d{10}|\d{12})$/.test(text) || /^0+$/.test(text)) return false;
  const digits = Array.from(text, Number);
  if (digits.length === 10) return checkDigit(digits, TEN) === digits[9];
  return checkDigit(digits, ELEVENTH) === digits[10] && checkDigit(digits, TWELFTH) === digits[11];
}
