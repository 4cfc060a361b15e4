import { fold } from '@/lib/kernel/russian';

/** One word of a search: the pattern (POSIX, for search_text) it must match, and the word itself for the nearest ones. */
export type SearchWord = {
  readonly word: string;
  readonly pattern: string;
  /** A number names one school: it is never approximated while letters stand beside it. */
  readonly isNumber: boolean;
};

/** Abbreviations end as words; the rest are stems, so that «средней» finds «Средняя». */
const ANY_SCHOOL = 'школ|сош\\M|сш\\M|оош\\M|ош\\M|нош\\M|нш\\M';
const GENERAL = 'общеобразоват|сош\\M|оош\\M|нош\\M';
const SYNONYMS: readonly (readonly [asked: RegExp, found: string])[] = [
  [/^(сош|сш|средн.*)$/, 'сош\\M|сш\\M|средн'],
  [/^(оош|ош|основн.*)$/, 'оош\\M|ош\\M|основн'],
  [/^(нош|нш|начальн.*)$/, 'нош\\M|нш\\M|начальн'],
  [/^школ.?.?$/, ANY_SCHOOL],
  [/^общеобразоват.*$/, GENERAL],
  [/^м[абк]?оу$/, 'м[абк]?оу\\M|муниципальн'],
  [/^гимнази.*$/, 'гимнази'],
  [/^лице.*$/, 'лице[йяюе]'],
];

/** Longest search taken into account, in words; a pasted paragraph is not a name. */
const WORDS_MAX = 8;

/** The words of a search, folded like search_text; punctuation and № fall out, so nothing here can break a pattern. */
export function searchWords(query: string): readonly SearchWord[] {
  const words = fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, WORDS_MAX).map((word) => ({
    word,
    pattern: patternOf(word),
    isNumber: /^\d+$/.test(word),
  }));
}

function patternOf(word: string): string {
  const synonym = SYNONYMS.find(([asked]) => asked.test(word));
  if (synonym) return `\\m(${synonym[1]})`;
  // «12» is № 12 or code 0012, never № 112; a longer number may be the middle of a login.
  if (/^\d{1,3}$/.test(word)) return `\\m0*${word}\\M`;
  // A short word begins a word: «юг» is not in «округ».
  if (word.length <= 2) return `\\m${word}`;
  return word;
}
