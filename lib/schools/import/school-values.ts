import { fold } from '@/lib/kernel/russian';
import type { SchoolContext, SchoolKind, SchoolPlace } from '@/lib/schools/codes';

const has = (text: string, word: string) => new RegExp(`(?<![а-я])(?:${word})(?![а-я])`).test(text);

/** «СШ», «средняя школа», «МБОУ СОШ № 3» → SECONDARY; null when no kind is named. */
export function kindOf(text: string): SchoolKind | null {
  const folded = fold(text);
  if (/гимнази/.test(folded)) return 'GYMNASIUM';
  if (/(?<![а-я])лице/.test(folded)) return 'LYCEUM';
  if (has(folded, 'нош|нш') || /начальн\S* .*школ|^начальн/.test(folded)) return 'PRIMARY';
  if (has(folded, 'оош|ош') || /основн\S* .*школ|^основн/.test(folded)) return 'BASIC';
  if (has(folded, 'сош|сш') || /средн\S* .*школ|^средн/.test(folded)) return 'SECONDARY';
  return null;
}

/** The kind that teaches up to this grade; a guess, always shown with a warning. */
export function kindOfGrades(grades: readonly number[]): SchoolKind {
  const last = Math.max(...grades);
  if (last <= 4) return 'PRIMARY';
  return last <= 9 ? 'BASIC' : 'SECONDARY';
}

/** «г. Светлореченск» → CITY, «пгт» → TOWN, «д. Ключи» → VILLAGE; null when no sort of place is named. */
export function placeOf(text: string): SchoolPlace | null {
  const folded = fold(text);
  if (/городского типа|рабоч\S* поселок/.test(folded) || has(folded, 'пгт|рп')) return 'TOWN';
  if (
    /сельск|станиц|хутор|деревн|поселок|поселка|улус/.test(folded) ||
    has(folded, 'с|село|села|д|п|пос|ст|х|аул|слобода')
  )
    return 'VILLAGE';
  if (/городск/.test(folded) || has(folded, 'г|гор|город|города')) return 'CITY';
  return null;
}

const CONTEXT_SIGNS: readonly (readonly [RegExp, SchoolContext])[] = [
  [/депривир\S* сел|сел\S* депривир/, 'DEPRIVED_RURAL'],
  [/депривир\S* гор|гор\S* депривир/, 'DEPRIVED_URBAN'],
  [/малокомплект/, 'SMALL_RURAL'],
  [/труднодоступ|удаленн|отдаленн/, 'REMOTE'],
  [/девиант/, 'HIGH_DEVIANCE'],
  [/поликультур/, 'MULTICULTURAL'],
];

/** Types of C2.8 named in one cell, in any order, and the pieces that name none. */
export function contextsOf(text: string): {
  readonly contexts: readonly SchoolContext[];
  readonly unknown: readonly string[];
} {
  const pieces = text
    .split(/[;,\n/]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !isNothing(piece));
  const found = new Set<SchoolContext>();
  const unknown: string[] = [];
  for (const piece of pieces) {
    const sign = CONTEXT_SIGNS.find(([pattern]) => pattern.test(fold(piece)));
    if (sign) found.add(sign[1]);
    else unknown.push(piece);
  }
  return { contexts: CONTEXT_SIGNS.map(([, code]) => code).filter((code) => found.has(code)), unknown };
}

/** How people write that there is nothing. */
export const isNothing = (text: string) => /^(?:[-–—]+|нет|нет данных|не указано|н\/д|0)?$/.test(fold(text));

const LEVELS: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/(?<![а-я])ноо(?![а-я])|начальн/, [1, 4]],
  [/(?<![а-я])ооо(?![а-я])|основн/, [5, 9]],
  [/(?<![а-я])соо(?![а-я])|средн/, [10, 11]],
];

/**
 * Grades written as «1-11», «1–4, 5-9», «с 1 по 9», «1, 2, 3» or as levels («НОО, ООО»). A spreadsheet turns «1-9» into
 * 1 September: a date is read back as day and month, and `isFromDate` asks for a warning. Null when it cannot be read.
 */
export function gradesOf(text: string): { readonly grades: readonly number[]; readonly isFromDate: boolean } | null {
  const date = /^\d{4}-(\d\d)-(\d\d)(?:T.*)?$/.exec(text.trim());
  if (date) return result([[Number(date[2]), Number(date[1])]], true);
  const folded = fold(text)
    .replace(/класс[а-я]*|кл\.?/g, ' ')
    .trim();
  const levels = LEVELS.filter(([pattern]) => pattern.test(folded)).map(([, range]) => range);
  if (levels.length > 0) return result(levels, false);
  const ranges: [number, number][] = [];
  for (const piece of folded.split(/[,;+]|(?<=\d)\s+и\s+/)) {
    const match = /^\s*(?:с|от)?\s*(\d{1,2})\s*(?:(?:[-–—‑]|по|до)\s*(\d{1,2}))?\s*$/.exec(piece);
    if (!match) return null;
    ranges.push([Number(match[1]), Number(match[2] ?? match[1])]);
  }
  return result(ranges, false);
}

function result(ranges: readonly (readonly [number, number])[], isFromDate: boolean) {
  if (ranges.some(([from, to]) => from < 1 || to > 12 || from > to)) return null;
  const grades = new Set(
    ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step)),
  );
  return { grades: [...grades].sort((a, b) => a - b), isFromDate };
}
