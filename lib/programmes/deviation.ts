import { formatNumber } from '@/lib/kernel/russian';
import type { Indicator } from '@/lib/programmes/programme';

export type Deviation = { readonly by: number; readonly isGood: boolean };

/** Fact less plan, to one place; good where it lies on the wanted side or is met. Null where either is unknown. */
export function deviationOf(
  { direction }: Pick<Indicator, 'direction'>,
  plan: number | undefined,
  fact: number | null | undefined,
): Deviation | null {
  if (plan === undefined || fact === null || fact === undefined) return null;
  const by = Math.round((fact - plan) * 10) / 10;
  return { by, isGood: direction === 'UP' ? by >= 0 : by <= 0 };
}

/** «45 %», «есть», «12»; «нет данных» where nothing is known. */
export function valueWords({ unit }: Pick<Indicator, 'unit'>, value: number | null | undefined): string {
  if (value === null || value === undefined) return 'нет данных';
  if (unit === 'PRESENCE') return value > 0 ? 'есть' : 'нет';
  return unit === 'PERCENT' ? `${formatNumber(value)}\u00a0%` : formatNumber(value);
}
