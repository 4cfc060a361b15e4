import { Refusal } from '@/lib/kernel/refusal';
import type { Method, MethodMeasure, MethodThreshold } from '@/lib/methodology/method';

/** Units in which a threshold is written as a hundredth of what the measure is. */
const HUNDREDTHS: ReadonlySet<MethodThreshold['unit']> = new Set(['PERCENT', 'PERCENTAGE_POINT']);

/**
 * A number with a threshold: the condition «да» of a measure compared with it, «twos >= 0.3» of 30 per cent. The expression
 * is what decides, as everywhere; it is made from the threshold, so that the two cannot disagree. Refuses a threshold that
 * compares with anything but the number itself, and one with a least number of participants, which a measure says by itself.
 */
export function thresholdCondition(
  measure: string,
  { op, value, unit, base, minParticipants }: MethodThreshold,
): string {
  if (base !== 'NONE')
    throw new Refusal('invalid', 'Показатель сравнивают с самим числом порога.', {
      base: 'Выберите «ни с чем: само число» или напишите условие сами',
    });
  if (minParticipants > 0)
    throw new Refusal('invalid', 'Показатель сравнивают с самим числом порога.', {
      minParticipants: 'Оставьте 0 и задайте участников в формуле показателя: withAtLeast(…)',
    });
  const number = HUNDREDTHS.has(unit) ? hundredth(value) : String(value);
  return `${measure} ${op === '=' ? '==' : op} ${number}`;
}

/** 30 → «0.3», 125 → «1.25», without binary fractions. */
function hundredth(value: number): string {
  const digits = String(value).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '') || '0';
}

/** Measures that are numbers: what a threshold can be compared with. */
export const numericMeasures = (method: Method): readonly MethodMeasure[] =>
  (method.measures ?? []).filter(({ unit }) => unit !== 'YES_NO' && unit !== 'WORD');

/** The measure whose comparison with the threshold is the condition; undefined where it is written by hand. */
export function measureOfCondition(
  method: Method,
  when: string | undefined,
  threshold: MethodThreshold | null,
): string | undefined {
  if (when === undefined || threshold === null || threshold.base !== 'NONE' || threshold.minParticipants > 0) {
    return undefined;
  }
  return numericMeasures(method).find(({ code }) => thresholdCondition(code, threshold) === when)?.code;
}
