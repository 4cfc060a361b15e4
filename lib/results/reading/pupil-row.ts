import type { Role } from '@/lib/results/layouts/profile';
import type { About } from '@/lib/results/reading/about';
import { isWord, level, wholeOf } from '@/lib/results/reading/level';
import { cellOf, classOf, markIn, numberIn, type TableRow } from '@/lib/results/reading/table-row';
import type { PupilRow } from '@/lib/results/reading/tally-builder';
import { longAnswers, shortAnswers, type TaskPoint } from '@/lib/results/reading/task-strings';

const SCORE_MAX = 300;
const TEST_MAX = 100;
const PERSONAL_TITLE = /фамил|имя|отчеств|фио|ф\.и|номер|документ/;

/**
 * A row as a paper, or null for somebody who was not there: the word of absence counts, not the zero beside it; so does a
 * row in which nothing is filled. A paper written in part only is no result.
 */
export function readPupil(row: TableRow, about: About): PupilRow | null {
  const tasks = taskPoints(row);
  const got = tasks.points.reduce((sum, { got: points }) => sum + points, 0);
  const score = numberIn(row, 'score', SCORE_MAX);
  const result = examResult(row, about);
  const says = absenceIn(row);
  const isSilent = says === 'silent' && got === 0 && (score ?? 0) === 0;
  const isEmpty = score === null && result.test === null && result.mark === null && tasks.points.length === 0;
  if (says === 'absent' || isSilent || isEmpty) {
    if (says === 'absent' && ((score ?? 0) > 0 || got > 0)) row.report('partial');
    else if (score === 0) row.report('zero-absent', 'score');
    return null;
  }
  if (tasks.isWhole && score !== null && tasks.points.length > 0) {
    const most = tasks.points.reduce((sum, { max }) => sum + max, 0);
    if (got !== score) row.report('sum', 'score');
    else if (tasks.hasMaxima && score > most) row.report('over-max', 'score');
  }
  if (score === null && row.header.columns.score !== undefined && result.test === null) row.report('no-score', 'score');
  const journal = markIn(row, 'journal');
  return { journal, score, ...result, tasks: tasks.points, className: classOf(cellOf(row, 'class')) };
}

/** «absent» by a word of the layout in a variant or a score, «silent» when every variant is empty. */
function absenceIn(row: TableRow): 'absent' | 'silent' | 'there' {
  const { columns, profile } = row.header;
  const variants = (columns.variant ?? []).map((index) => (row.cells[index] ?? '').trim());
  const told = [...variants, cellOf(row, 'score'), cellOf(row, 'points'), cellOf(row, 'mark')];
  if (told.some((text) => text !== '' && isWord(profile.absent, level(text)))) return 'absent';
  return variants.length > 0 && variants.every((text) => text === '') ? 'silent' : 'there';
}

/** «Балл» is a mark at the ОГЭ and in basic mathematics, a test score at the rest of ЕГЭ. */
function examResult(row: TableRow, { exam, subject }: About): Pick<PupilRow, 'test' | 'mark'> {
  const isMarked = exam === 'OGE' || subject === 'math_basic';
  const markRole: Role | null = cellOf(row, 'mark') !== '' ? 'mark' : isMarked ? 'points' : null;
  const testRole: Role = row.header.columns.test ? 'test' : 'points';
  return {
    mark: markRole ? markIn(row, markRole) : null,
    test: exam === 'EGE' && !isMarked ? numberIn(row, testRole, TEST_MAX) : null,
  };
}

type Tasks = { readonly points: readonly TaskPoint[]; readonly isWhole: boolean; readonly hasMaxima: boolean };

/** Points of each task; `isWhole` when they can be added up to the score. */
function taskPoints(row: TableRow): Tasks {
  const { profile, tasks } = row.header;
  if (tasks.length === 0) {
    const points = [
      ...(shortAnswers(cellOf(row, 'short')) ?? []),
      ...(longAnswers(cellOf(row, 'long'), 'Р') ?? []),
      ...(longAnswers(cellOf(row, 'oral'), 'У') ?? []),
    ];
    return { points, isWhole: false, hasMaxima: false };
  }
  const points: TaskPoint[] = [];
  let isWhole = true;
  for (const { index, code, max } of tasks) {
    const text = (row.cells[index] ?? '').trim();
    if (text === '') continue;
    const got = wholeOf(text);
    const levelled = level(text);
    if (got !== null && got >= 0 && got <= TEST_MAX) points.push({ code, got, max: max ?? got });
    else if (isWord(profile.blank, levelled)) points.push({ code, got: 0, max: max ?? 0 });
    else if (isWord(profile.untaught, levelled)) isWhole = false;
    else if (!isWord(profile.absent, levelled)) row.report('bad-number');
  }
  return { points, isWhole, hasMaxima: tasks.every(({ max }) => max !== null) };
}

/** What makes a pupil's row one and not two; held while the file is read and never given out. */
export function pupilKey({ header, cells }: TableRow): string {
  const own = (header.columns.pupil ?? []).map((index) => (cells[index] ?? '').trim());
  if (own.length > 0) return own[0] === '' ? '' : own.join('\u0001');
  const names = (header.columns.secret ?? [])
    .filter((index) => PERSONAL_TITLE.test(level(header.titles[index] ?? '')))
    .map((index) => level(cells[index] ?? ''));
  return names.some((name) => name !== '') ? names.join('\u0001') : '';
}
