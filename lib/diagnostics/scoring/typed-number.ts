import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { ANSWER_WORDS } from '@/lib/diagnostics/words';
import type { NumberQuestion } from '@/lib/methodology/items';
import type { MethodThreshold } from '@/lib/methodology/method';
import { THRESHOLD_OP_WORDS, THRESHOLD_UNIT_WORDS } from '@/lib/methodology/words';

/**
 * A number that a school types and what the threshold makes of it. A number is text from the field to the database
 * («34.5»: a point, no spaces, no zeros that say nothing), because what is compared with a threshold is never a binary
 * fraction.
 */

/** What is typed as a number, or why it is none. */
export type TypedNumber =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'refused'; readonly message: string };

const DIGITS_MAX = 9;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]/g;

/** Reads «34,5», «34.5 %», «−3», «1 250»; refuses anything else, digits beyond the question's, and what is out of bounds. */
export function readNumber(typed: string, { decimals, least, most, threshold }: NumberQuestion): TypedNumber {
  let text = typed.replace(SPACES, '').replaceAll('−', '-').replace(',', '.');
  if (threshold.unit === 'PERCENT') text = text.replace(/%$/, '');
  const match = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(text);
  const [, minus = '', whole = '', fraction = ''] = match ?? [];
  if (!match || whole.length > DIGITS_MAX) return refused(`Впишите число цифрами, например ${exampleOf(decimals)}.`);
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > decimals) {
    return refused(
      decimals === 0 ? 'Нужно целое число.' : `После запятой – не больше знаков: ${decimals}. Округлите число.`,
    );
  }
  const size = digits === '' ? whole : `${whole}.${digits}`;
  const number = size === '0' ? '0' : `${minus}${size}`;
  if (least !== null && compareNumbers(number, least) < 0) return refused(`Число не может быть меньше ${least}.`);
  if (most !== null && compareNumbers(number, most) > 0) return refused(`Число не может быть больше ${most}.`);
  return { kind: 'number', number };
}

const refused = (message: string): TypedNumber => ({ kind: 'refused', message });
const exampleOf = (decimals: number) => (decimals === 0 ? '12' : '34,5');

/** Below 0, 0 or above 0, exactly. `number` as readNumber gives it, `whole` an integer. */
function compareNumbers(number: string, whole: number): number {
  const [head = '0', tail = ''] = number.split('.');
  const difference = BigInt(head + tail) - BigInt(whole) * 10n ** BigInt(tail.length);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** «Да» when the number is on the far side of the threshold: `op` and `value` of it, as the method has them. */
export function valueOfNumber(number: string, { op, value }: Pick<MethodThreshold, 'op' | 'value'>): 'YES' | 'NO' {
  const side = compareNumbers(number, value);
  const holds = { '>': side > 0, '>=': side >= 0, '<': side < 0, '<=': side <= 0, '=': side === 0 }[op];
  return holds ? 'YES' : 'NO';
}

/** Short words of a unit beside a number; the others are said by the question itself. */
const SUFFIX: Partial<Record<MethodThreshold['unit'], string>> = {
  PERCENT: '\u00a0%',
  PERCENTAGE_POINT: '\u00a0п.\u00a0п.',
  PERSON: '\u00a0чел.',
};

/** «34,5 %» of «34.5». */
export const numberWords = (number: string, unit?: MethodThreshold['unit']): string =>
  number.replace('.', ',').replace('-', '−') + ((unit && SUFFIX[unit]) ?? '');

/** «больше 30 %». */
export const thresholdWords = ({ op, value, unit }: MethodThreshold): string =>
  `${THRESHOLD_OP_WORDS[op]} ${numberWords(String(value), unit)}`;

/** «Впишите число, %»: what is asked of the school. */
export const numberLabel = ({ threshold }: NumberQuestion): string =>
  `Впишите число (${THRESHOLD_UNIT_WORDS[threshold.unit]})`;

/** What becomes of what is being typed: «34,5 %: ответ «да» (порог – больше 30 %)», or why it is no number. */
export function typedWords(typed: string, question: NumberQuestion): string {
  if (typed.trim() === '') return '';
  const read = readNumber(typed, question);
  if (read.kind === 'refused') return read.message;
  const { threshold } = question;
  const value = ANSWER_WORDS[valueOfNumber(read.number, threshold)];
  return `${numberWords(read.number, threshold.unit)}: ответ «${value}» (порог – ${thresholdWords(threshold)})`;
}

/** An answer as it is read: «нет данных», «да (34,5 %)». */
export const answerWords = (
  { value, number }: { readonly value: AnswerValue; readonly number: string },
  unit?: MethodThreshold['unit'],
): string => (number === '' ? ANSWER_WORDS[value] : `${ANSWER_WORDS[value]} (${numberWords(number, unit)})`);
