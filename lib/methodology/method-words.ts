import { count } from '@/lib/kernel/russian';
import type { Method, MethodParam, MethodRule, MethodVerdict } from '@/lib/methodology/method';
import { NOT_SET_WORDS, PARAM_UNIT_WORDS } from '@/lib/methodology/words';

/**
 * A rule as a Russian sentence with the version's numbers put in: {code} is replaced, and a part in [brackets] is left
 * out while a number it names is not set. So a sentence never disagrees with the number that decides.
 */
export function ruleWords(method: Method, rule: MethodRule): string {
  const numbers = new Map<string, number>([['federalMinimum', method.federal.minimum]]);
  for (const param of method.params) if (param.value !== null) numbers.set(param.code, param.value);
  const isSet = (part: string) => [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => numbers.has(name ?? ''));
  return rule.words
    .replace(/\[([^\]]*)\]/g, (_, part: string) => (isSet(part) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(numbers.get(name) ?? NOT_SET_WORDS));
}

/** «50 %», «3 балла» or «не задано». */
export const paramWords = (param: MethodParam): string =>
  param.value === null ? NOT_SET_WORDS : count(param.value, PARAM_UNIT_WORDS[param.unit]);

/** «предлагается в список» or «предлагается в список (погранично)». Refuses a verdict the method does not have. */
export function verdictWords(method: Method, verdict: string, borderline: boolean): string {
  const { words } = findVerdict(method, verdict);
  return borderline ? `${words} (${method.borderlineWords})` : words;
}

export function findVerdict(method: Method, code: string): MethodVerdict {
  const found = method.verdicts.find((verdict) => verdict.code === code);
  if (!found) throw new Error(`The method has no verdict ${code}`);
  return found;
}

export function findRule(method: Method, code: string): MethodRule {
  const found = method.rules.find((rule) => rule.code === code);
  if (!found) throw new Error(`The method has no rule ${code}`);
  return found;
}
