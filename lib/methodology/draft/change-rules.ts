import { Refusal } from '@/lib/kernel/refusal';
import { moved, put, without } from '@/lib/methodology/draft/by-code';
import type { Method, MethodRule, MethodVerdict } from '@/lib/methodology/method';

/** A rule in a list that ends with one which always holds: a new one is tried before that. */
export const putBeforeLast = <T extends { readonly code: string }>(rules: readonly T[], rule: T): T[] =>
  rules.some((one) => one.code === rule.code) ? put(rules, rule) : [...rules.slice(0, -1), rule, ...rules.slice(-1)];

export const putRule = (method: Method, rule: MethodRule): Method => ({
  ...method,
  rules: putBeforeLast(method.rules, rule),
});

export const removeRule = (method: Method, code: string): Method => ({ ...method, rules: without(method.rules, code) });

export const moveRule = (method: Method, code: string, by: 'up' | 'down'): Method => ({
  ...method,
  rules: moved(method.rules, code, by),
});

/** A verdict and its words; an unknown code is a new verdict. */
export const putVerdict = (method: Method, verdict: MethodVerdict): Method => ({
  ...method,
  verdicts: put(method.verdicts, verdict),
});

/** Without the verdict; refused while a rule gives it. */
export function removeVerdict(method: Method, code: string): Method {
  const rule = method.rules.find((one) => one.verdict === code);
  if (rule) throw new Refusal('invalid', `Этот вывод даёт правило «${rule.code}». Сначала измените правило.`);
  return { ...method, verdicts: without(method.verdicts, code) };
}
