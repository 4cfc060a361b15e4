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

/** The same where the number must be there. */
export function setNumberOf(text: string, field: string): number {
  const value = numberOf(text, field);
  if (value === null) throw new Refusal('invalid', 'Проверьте числа методики.', { [field]: 'Укажите число' });
  return value;
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
