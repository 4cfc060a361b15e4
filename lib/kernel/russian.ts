/** plural(5, ['школа', 'школы', 'школ']) → «школ». */
export function plural(n: number, forms: readonly [one: string, few: string, many: string]): string {
  const rule = new Intl.PluralRules('ru').select(Math.abs(n));
  if (rule === 'one') return forms[0];
  return rule === 'few' ? forms[1] : forms[2];
}

/** count(5, ['школа', 'школы', 'школ']) → «5 школ», with a space that does not break. */
export const count = (n: number, forms: readonly [string, string, string]) => `${formatNumber(n)} ${plural(n, forms)}`;

export const formatNumber = (n: number) => new Intl.NumberFormat('ru-RU').format(n);

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
