// Making a formatter of Intl costs more than a thousand uses of it: each is made once.
const RULES = new Intl.PluralRules('ru');
const NUMBER = new Intl.NumberFormat('ru-RU');

/** plural(5, ['школа', 'школы', 'школ']) → «школ». */
export function plural(n: number, forms: readonly [one: string, few: string, many: string]): string {
  const rule = RULES.select(Math.abs(n));
  if (rule === 'one') return forms[0];
  return rule === 'few' ? forms[1] : forms[2];
}

/** count(5, ['школа', 'школы', 'школ']) → «5 школ». */
export const count = (n: number, forms: readonly [string, string, string]) => `${formatNumber(n)} ${plural(n, forms)}`;

export const formatNumber = (n: number) => NUMBER.format(n);

/** For search and comparison: lower case, ё = е, quotes and № levelled, single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»„“”"'`’‘]/g, '')
    .replace(/(?:№|\bn)\s*(?=\d)/gu, '№ ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Ends a person's text as a sentence: «Перепроверка подтвердила» → «Перепроверка подтвердила.» */
export const asSentence = (text: string): string => {
  const said = text.trim();
  return said === '' || /[.!?…]$/.test(said) ? said : `${said}.`;
};
