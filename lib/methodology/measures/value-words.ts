import type { Value } from '@/lib/methodology/measures/language';
import { decimal, Quantity, times } from '@/lib/methodology/measures/quantity';
import { numberWords } from '@/lib/methodology/measures/reading';
import type { MethodMeasure } from '@/lib/methodology/method';

/** The value of a measure as a table shows it: «15,8 %», «4,125», «да»; «нет данных» where it could not be computed. */
export function valueWords({ unit }: MethodMeasure, value: Value | undefined): string {
  if (value === undefined) return 'нет данных';
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value === 'string') return value;
  if (unit !== 'SHARE' || !value.isKnown) return numberWords(value);
  return `${decimal(times(value, Quantity.of(100)), 1).replace('.', ',')}\u00a0%`;
}

/** The same for a spreadsheet: a number where it is one, shares from 0 to 1; null is an empty cell. */
export function valueCell(value: Value | undefined): number | string | null {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value === 'string') return value;
  return value.value === undefined ? null : value.value.valueOf();
}
