const WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/** A ten-digit ИНН out of nine digits: the tenth is the weighted sum modulo 11, then modulo 10. */
export function withCheckDigit(nine: string): string {
  const digits = Array.from(nine, Number);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return nine + String((sum % 11) % 10);
}
