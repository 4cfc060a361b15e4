import type { Role } from '@/lib/results/layouts/profile';
import type { Header } from '@/lib/results/reading/header';
import { isWord, level, wholeOf } from '@/lib/results/reading/level';
import type { ProblemCode } from '@/lib/results/reading/reading';

/** One row under its header, and where to say what is wrong with it. */
export type TableRow = {
  readonly header: Header;
  readonly cells: readonly string[];
  readonly report: (code: ProblemCode, role?: Role) => void;
};

export function cellOf({ header, cells }: TableRow, role: Role): string {
  const index = header.columns[role]?.[0];
  return index === undefined ? '' : (cells[index] ?? '').trim();
}

const saysNothing = ({ header: { profile } }: TableRow, text: string): boolean =>
  text === '' || isWord(profile.absent, level(text)) || isWord(profile.blank, level(text));

/** A whole number from 0 to `most`; null, and a problem, for anything else that says something. */
export function numberIn(row: TableRow, role: Role, most: number): number | null {
  const text = cellOf(row, role);
  if (saysNothing(row, text)) return null;
  const number = wholeOf(text);
  if (number !== null && number >= 0 && number <= most) return number;
  row.report('bad-number', role);
  return null;
}

/** A mark from 2 to 5; «осв», «н/а» and the like are no mark and no problem. */
export function markIn(row: TableRow, role: Role): number | null {
  const text = cellOf(row, role);
  const mark = wholeOf(text);
  if (mark !== null && mark >= 2 && mark <= 5) return mark;
  if (!saysNothing(row, text) && !/^(н\/?а|нет|осв\S*|зач\S*|н)$/.test(level(text))) row.report('bad-mark', role);
  return null;
}

/** How many different texts a row has, no further than three. */
export function distinct(cells: readonly string[]): number {
  const seen = new Set<string>();
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== '') seen.add(text);
    if (seen.size > 2) break;
  }
  return seen.size;
}

/** «5 А», «5 «А»» → «5а»; «НЕТ» is a class without a letter, and what is no class at all is nobody's. */
export function classOf(text: string): string {
  const flat = level(text).replace(/[\s-]/g, '');
  return /^(?:\d{1,2}[а-яa-z]?|[а-яa-z])\d?$/.test(flat) ? flat : '';
}

/** Grade at the head of a class; null when the class is a letter only. */
export function gradeOfClass(className: string): number | null {
  const grade = Number(/^\d{1,2}/.exec(className)?.[0]);
  return grade >= 1 && grade <= 12 ? grade : null;
}
