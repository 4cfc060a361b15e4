import { z } from 'zod';
import { Refusal } from '@/lib/kernel/refusal';
import { put, without } from '@/lib/methodology/draft/by-code';
import type { Method, MethodParam } from '@/lib/methodology/method';

const whole = z.coerce.number('Нужно целое число').int('Нужно целое число').min(0, 'Не меньше нуля').max(1_000_000);

/** «12» as a number, «» as «не задано»; anything else is refused at the field. */
export function numberOf(text: string, field: string): number | null {
  if (text.trim() === '') return null;
  const parsed = whole.safeParse(text.trim());
  if (!parsed.success)
    throw new Refusal('invalid', 'Проверьте числа методики.', { [field]: parsed.error.issues[0]?.message ?? '' });
  return parsed.data;
}

/** The same where the number must be there, and within its limits. */
export function setNumberOf(text: string, field: string, least = 0, most = 1_000_000): number {
  const value = numberOf(text, field);
  if (value !== null && value >= least && value <= most) return value;
  const words = most < 1_000_000 ? `Целое число от ${least} до ${most}` : `Целое число не меньше ${least}`;
  throw new Refusal('invalid', 'Проверьте числа методики.', { [field]: words });
}

export const changeParams = (method: Method, values: ReadonlyMap<string, number | null>): Method => ({
  ...method,
  params: method.params.map((param) => ({ ...param, value: values.get(param.code) ?? null })),
});

/** A number that rules and measures may name; one that is there already is not written over. */
export function addParam(method: Method, param: MethodParam): Method {
  if (method.params.some(({ code }) => code === param.code))
    throw new Refusal('invalid', 'Проверьте новое число.', { number: `Число с кодом «${param.code}» уже есть` });
  return { ...method, params: put(method.params, param) };
}

/** Without the number; a rule or a measure that names it is found by the check of the whole. */
export const removeParam = (method: Method, code: string): Method => ({
  ...method,
  params: without(method.params, code),
});
