import { fold } from '@/lib/kernel/russian';

/** Latin letters that look like Russian ones: «X» for «Х», «м/ж» typed on the other keyboard. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/**
 * A cell or a word of a layout for comparison: case, ё, quotes, line breaks, Latin twins of Russian letters and signs at
 * the ends do not count. Both sides of a comparison go through here.
 */
export const level = (text: string): string =>
  fold(text)
    .replace(/[abcehkmoptxy]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/\s*([/,;:])\s*/g, '$1')
    .replace(/^[\s*]+|[\s*.:;,]+$/g, '');

/** Whether a levelled text is one of the words; a word that ends with «*» stands for any that begins so. */
export const isWord = (words: readonly string[], levelled: string): boolean =>
  words.some((word) => (word.endsWith('*') ? levelled.startsWith(level(word.slice(0, -1))) : levelled === level(word)));

/** «12», «12,5», «1 020», «33,3 %» → a number; anything else is null. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,15})?$/.test(plain) ? Number(plain) : null;
}

/** A whole number, also one that a spreadsheet keeps as «12.0»; null for anything else. */
export function wholeOf(text: string): number | null {
  const number = numberOf(text);
  return number !== null && Number.isInteger(number) ? number : null;
}
