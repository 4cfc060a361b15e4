import type { FigureCode } from '@/lib/results/figure';
import { isFigureCode } from '@/lib/results/figure';
import { type Profile, ROLES, type Role } from '@/lib/results/layouts/profile';
import { isWord, level } from '@/lib/results/reading/level';

export type TaskColumn = { readonly index: number; readonly code: string; readonly max: number | null };

/** A header row understood: where each thing stands, zero-based. */
export type Header = {
  readonly profile: Profile;
  readonly columns: Readonly<Partial<Record<Role, readonly number[]>>>;
  readonly tasks: readonly TaskColumn[];
  readonly scores: readonly { readonly index: number; readonly score: number }[];
  readonly figures: readonly { readonly index: number; readonly code: FigureCode }[];
  /** Titles that the layout has no use for. */
  readonly unused: readonly string[];
  readonly titles: readonly string[];
};

const MANY: readonly Role[] = ['variant', 'pupil', 'secret', 'ordinal'];
const NUMBER = {
  task: '(?<task>\\d{1,2}(?:[.,]\\d{1,2})?(?: ?\\(\\d{1,2}\\)| ?к ?\\d{1,2})?)',
  max: '(?<max>\\d{1,2})',
  score: '(?<score>\\d{1,3})',
};

/** «{task} ({max}б)» → a pattern over levelled titles; everything but the three words is taken literally. */
export function templatePattern(template: string): RegExp {
  const parts = template.split(/(\{(?:task|max|score)\})/).map((part) => {
    const word = /^\{(task|max|score)\}$/.exec(part)?.[1];
    if (word === 'task' || word === 'max' || word === 'score') return NUMBER[word];
    return part.toLowerCase() === '' ? '' : levelledLiteral(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** Levelling trims the ends, which a literal inside a template must keep. */
const levelledLiteral = (text: string) => {
  const [, lead = '', body = '', tail = ''] = /^([\s*]*)(.*?)([\s*.:;,]*)$/.exec(text) ?? [];
  return `${lead}${level(body)}${tail}`;
};

/**
 * The row as a header of the layout; null when it is none. A column takes the first role whose words fit, a role that is
 * one thing takes the first column, so that merged cells, written into each cell of their range, count once.
 */
export function headerOf(cells: readonly string[], profile: Profile): Header | null {
  const levelled = cells.map((cell) => (cell.length > 300 ? '' : level(cell)));
  const task = profile.tasks === null ? null : templatePattern(profile.tasks);
  const score = profile.scores === null ? null : templatePattern(profile.scores);
  const columns: Partial<Record<Role, number[]>> = {};
  const tasks: TaskColumn[] = [];
  const scores: { index: number; score: number }[] = [];
  const figures: { index: number; code: FigureCode }[] = [];
  const unused: string[] = [];
  const figureWords = Object.entries(profile.figures);
  for (const [index, title] of levelled.entries()) {
    if (title === '') continue;
    if (index > 0 && title === levelled[index - 1] && !/^\d/.test(title)) continue;
    const figure = figureWords.find(([, words]) => words !== undefined && isWord(words, title))?.[0];
    const role = ROLES.find((one) => isRole(profile, one, title) && (MANY.includes(one) || columns[one] === undefined));
    const taskFound = task?.exec(title)?.groups;
    const scoreFound = score?.exec(title)?.groups;
    if (figure !== undefined && isFigureCode(figure)) figures.push({ index, code: figure });
    else if (role !== undefined) columns[role] = [...(columns[role] ?? []), index];
    else if (taskFound?.task) {
      const code = taskFound.task.replace(',', '.').slice(0, 16);
      if (!tasks.some((known) => known.code === code))
        tasks.push({ index, code, max: taskFound.max === undefined ? null : Number(taskFound.max) });
    } else if (scoreFound?.score !== undefined) scores.push({ index, score: Number(scoreFound.score) });
    else unused.push(cells[index]?.trim() ?? '');
  }
  const has = (role: Role) => columns[role] !== undefined;
  if (!profile.required.every(has)) return null;
  if (profile.anyOf.length > 0 && !profile.anyOf.some(has)) return null;
  if (profile.scores !== null && !scores.some((one) => one.score === 0)) return null;
  if ((profile.unit === 'FIGURES' || profile.unit === 'MARKERS') && figures.length === 0) return null;
  return { profile, columns, tasks, scores, figures, unused, titles: cells };
}

const isRole = (profile: Profile, role: Role, title: string): boolean => {
  const words = profile.columns[role];
  return words !== undefined && isWord(words, title);
};

/** How much of a row a header explains: the layout that explains most is the file's. */
const explained = ({ columns, tasks, scores, figures }: Header): number =>
  Object.values(columns).flat().length + tasks.length + scores.length + figures.length;

/** The best layout for a row; null when none of them knows it. */
export function bestHeader(cells: readonly string[], profiles: readonly Profile[]): Header | null {
  let best: Header | null = null;
  for (const profile of profiles) {
    const found = headerOf(cells, profile);
    if (found && (best === null || explained(found) > explained(best))) best = found;
  }
  return best;
}
