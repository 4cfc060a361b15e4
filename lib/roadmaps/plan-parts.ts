/** Signs of lists: dashes of all kinds, dots, squares. */
const BULLET = /^[-–—−•·∙▪■□◦●○➢✓*]\s*(?=\S)/;
/** «1)», «а)», «1.2.»: the number of an item is kept. */
const ITEM_NUMBER = /^(?:(?:\d{1,2}|\p{L})\)\s*|(?:\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}(?:\.\d{1,2})+)\s+)(?=\S)/u;
const LOWER = /^[«"(]?\p{Ll}/u;
/** What a phrase cannot end with: a comma, a dash, a preposition, a conjunction. */
const OPEN_END = /(?:[,–—(«№]|\s(?:и|в|во|на|с|со|к|по|для|о|об|от|из|за|до|у|при|или|а|не|без|под|над|через|между))$/u;

export const startsLow = (text: string): boolean => LOWER.test(text);

/** The phrase is not over: it ends where no phrase does, or a quotation in it is still open. */
export const isOpenEnded = (text: string): boolean =>
  OPEN_END.test(text) || text.lastIndexOf('«') > text.lastIndexOf('»');

/** One thing that a measure lists. A dash or a dot is no number. */
export type Item = { readonly number: string; readonly words: string; readonly isNested: boolean };

/** The sign that a line of a list begins with, and what follows it; undefined for any other line. */
export function itemOf(
  line: string,
): { readonly sign: string; readonly number: string; readonly words: string } | undefined {
  const sign = (BULLET.exec(line) ?? ITEM_NUMBER.exec(line))?.[0];
  if (sign === undefined) return undefined;
  return { sign: sign.trim(), number: BULLET.test(line) ? '' : sign.trim(), words: line.slice(sign.length) };
}

const signKind = (sign: string) => (/^[-–—−]?$/.test(sign) ? 'dash' : /^[\p{L}\d]/u.test(sign) ? 'number' : 'dot');

/**
 * The words of a measure and the items it lists: lines with a sign of a list, and lines in lower case after a colon or a
 * semicolon. A line in lower case after anything else goes on with the line above it. Items whose sign differs from the
 * first one's, after an item that ends with a colon, are nested. Words that are nothing but a list are kept whole.
 */
export function itemsOf(text: string): { readonly own: string; readonly items: readonly Item[] } {
  const own: string[] = [];
  const items: { number: string; words: string; isNested: boolean }[] = [];
  let above = '';
  let first: string | undefined;
  let isNested = false;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const marked = above === '' && itemOf(line)?.number !== '' ? undefined : itemOf(line);
    const isItem = marked !== undefined || (above !== '' && startsLow(line) && /[:;]$/.test(above));
    const words = marked?.words ?? line;
    const last = items.at(-1);
    if (isItem) {
      const sign = marked?.sign ?? '';
      first ??= sign;
      if (signKind(first) === signKind(sign)) isNested = false;
      else if (last?.words.endsWith(':')) isNested = true;
      items.push({ number: marked?.number ?? '', words, isNested });
    } else if (last) last.words = `${last.words} ${words}`;
    else if (own.length > 0 && startsLow(words)) own[own.length - 1] = `${own.at(-1)} ${words}`;
    else own.push(words);
    above = line;
  }
  return { own: own.join('\n'), items };
}

/** The same in short: the words and the words of its parts. */
export function partsOf(text: string): { readonly own: string; readonly parts: readonly string[] } {
  const { own, items } = itemsOf(text);
  return { own, parts: items.map(({ words }) => words) };
}

/**
 * Which lines of a term belong to which item, null where they do not tell: one line an item; or one line for the row and one
 * for each nested item, as where three events at the end of a list have months of their own.
 */
export function termsOfItems(terms: readonly string[], items: readonly Item[]): readonly string[] | null {
  if (terms.length < 2) return null;
  if (terms.length === items.length) return terms;
  const [own = '', ...others] = terms;
  if (others.length !== items.filter(({ isNested }) => isNested).length) return null;
  return items.map(({ isNested }) => (isNested ? (others.shift() ?? own) : own));
}
