import { formatSchoolYear } from '@/lib/kernel/school-year';
import { markOf, type Scales } from '@/lib/results/dictionaries/mark-scales';
import { egeMinimum } from '@/lib/results/dictionaries/minimum-scores';
import { wholeOfFigure } from '@/lib/results/figure';
import type { SchoolVerdict } from '@/lib/results/match-file-schools';
import type { Reading, Tally, Work } from '@/lib/results/reading/reading';
import type { Result } from '@/lib/results/result';
import { type Procedure, procedureOf, resultOf, scaleOf } from '@/lib/results/results-of';
import { PROBLEM_CHECKS, procedureWords } from '@/lib/results/words';

/** `fail` stops the import until it is settled; `warn` is for the person to judge; `pass` says what was looked at. */
export type CheckLevel = 'pass' | 'warn' | 'fail';

export type Check = {
  readonly level: CheckLevel;
  readonly title: string;
  /** Where to look: «лист «Протокол», строки 12, 40», «СШ № 3: РУ5». Never a cell's text. */
  readonly places: readonly string[];
  /** How often, when more than the places named. */
  readonly count: number;
};

export type SchoolContext = {
  readonly names: ReadonlyMap<string, string>;
  /** Pupils of a school in a school year, «schoolId/year», where the register knows. */
  readonly pupils: ReadonlyMap<string, number>;
  /** What is loaded already of the same works by other parts: «schoolId/exam/subject/grade/year» → participants. */
  readonly loaded: ReadonlyMap<string, number>;
  /** The program's scales with those of the municipality. */
  readonly scales: Scales;
};

export type Screened = {
  readonly checks: readonly Check[];
  /** Nothing stops the import. */
  readonly isClean: boolean;
};

const PLACES = 8;
/** More children than a class may have by the sanitary rules and some. */
const CLASS_MAX = 40;

export const resultKey = (schoolId: string, { exam, subject, grade, year }: Procedure): string =>
  [schoolId, exam, subject, grade, year].join('/');

/**
 * What is to be said of a file before anything is written: is everything known that the portal must know, do the numbers
 * agree with each other, with the scale of the year and with the register. Pure: the register and what is loaded already
 * come as arguments.
 */
export function screen(
  reading: Reading,
  verdicts: readonly SchoolVerdict[],
  { names, pupils, loaded, scales }: SchoolContext,
  presentYear: number,
): Screened {
  const checks: Check[] = [];
  const say = (level: CheckLevel, title: string, places: readonly string[] = [], count = places.length) =>
    checks.push({ level, title, places: places.slice(0, PLACES), count });
  const schoolWords = (school: number): string => {
    const verdict = verdicts[school];
    const known = verdict?.kind === 'matched' ? names.get(verdict.schoolId) : undefined;
    const { name, login, code } = reading.schools[school] ?? { name: '', login: '', code: '' };
    return known ?? (name || login || code);
  };
  const taken = (school: number) => verdicts[school]?.kind === 'matched';
  checks.push(...checkSchools(reading, verdicts, schoolWords));
  checks.push(...checkWorks(reading, presentYear, scales));
  for (const { code, sheet, column, count, rows } of reading.problems) {
    const place = `${sheet ? `лист «${sheet}», ` : ''}${column ? `столбец «${column}», ` : ''}строки ${rows.join(', ')}`;
    const { level, title } = PROBLEM_CHECKS[code];
    say(level, title, [place], count);
  }
  const over: string[] = [];
  const many: string[] = [];
  const crowded: string[] = [];
  const disagree: string[] = [];
  const unordered: string[] = [];
  const noneWrote: string[] = [];
  const differs: string[] = [];
  for (const tally of reading.tallies.filter(({ school }) => taken(school))) {
    const procedure = procedureOfTally(reading, tally);
    if (!procedure) continue;
    const title = `${schoolWords(tally.school)}: ${procedureWords(procedure)}`;
    const scale = scaleOf(procedure, scales)?.scale ?? null;
    if (scale && tally.scores && tally.scores.length > scale.maxScore + 1) over.push(title);
    if (scale && tally.byMark && !agrees(tally.byMark, (score) => markOf(scale, score))) disagree.push(title);
    if (!scale && tally.byMark && !isOrdered(tally.byMark)) unordered.push(title);
    if (tally.participants === 0) noneWrote.push(title);
    for (const [className, n] of Object.entries(tally.classes))
      if (n > CLASS_MAX) crowded.push(`${title}, ${className || 'без литеры'}: ${n}`);
    const verdict = verdicts[tally.school];
    if (verdict?.kind !== 'matched') continue;
    const known = pupils.get(`${verdict.schoolId}/${procedure.year}`);
    if (known !== undefined && tally.participants > known) many.push(`${title}: ${tally.participants} из ${known}`);
    const before = loaded.get(resultKey(verdict.schoolId, procedure));
    if (before !== undefined && before !== tally.participants)
      differs.push(`${title}: было ${before}, в файле ${tally.participants}`);
  }
  if (over.length > 0)
    say('fail', 'Баллы больше, чем можно получить за эту работу: проверьте предмет, класс и год', over);
  if (disagree.length > 0) say('warn', 'Отметки не сходятся со шкалой этого года', disagree);
  if (unordered.length > 0) say('warn', 'За больший балл стоит меньшая отметка', unordered);
  if (many.length > 0) say('fail', 'Участников больше, чем обучающихся в школе', many);
  if (crowded.length > 0) say('warn', 'В классе больше 40 человек', crowded);
  if (noneWrote.length > 0) say('warn', 'Никто не писал: нет ни одного результата', noneWrote);
  if (differs.length > 0) say('warn', 'Число участников не такое, как в загруженном раньше', differs);
  const twins = twice(reading, verdicts, schoolWords);
  if (twins.length > 0) say('fail', 'Одна школа встречается в файле дважды под разными ключами', twins);
  for (const { place, rows, claimed } of reading.works)
    if (claimed !== null && claimed !== rows)
      say('fail', 'Итог в файле не сходится с числом строк', [`${place}: в итоге ${claimed}, строк ${rows}`]);
  const bad = checks.some(({ level }) => level === 'fail');
  if (!bad) say('pass', 'Итоги, отметки и баллы сходятся', [], reading.tallies.length + reading.figures.length);
  return { checks: checks.sort((a, b) => ORDER[a.level] - ORDER[b.level]), isClean: !bad };
}

const ORDER: Record<CheckLevel, number> = { fail: 0, warn: 1, pass: 2 };

function checkSchools(
  { schools }: Reading,
  verdicts: readonly SchoolVerdict[],
  words: (school: number) => string,
): Check[] {
  const of = (kind: SchoolVerdict['kind']) =>
    schools.flatMap((_, place) => (verdicts[place]?.kind === kind ? [words(place)] : []));
  const [matched, asks, unknown, skipped] = [of('matched'), of('asks'), of('unknown'), of('skipped')];
  const check = (level: CheckLevel, title: string, places: readonly string[]): Check[] =>
    places.length === 0 ? [] : [{ level, title, places: places.slice(0, PLACES), count: places.length }];
  return [
    ...check('fail', 'Школа узнана не наверняка: выберите её из реестра', asks),
    ...check('fail', 'Школы нет в реестре: выберите её или не загружайте', unknown),
    ...check('warn', 'Школы, которые не загружаются по вашему решению', skipped),
    ...(matched.length > 0
      ? [{ level: 'pass' as const, title: 'Школы узнаны', places: [], count: matched.length }]
      : [
          { level: 'fail' as const, title: 'В файле нет ни одной школы из реестра', places: [], count: schools.length },
        ]),
  ];
}

function checkWorks({ works, figures, isStageUnknown }: Reading, presentYear: number, scales: Scales): Check[] {
  const checks: Check[] = [];
  for (const work of works) {
    const procedure = procedureOf(work.about);
    const place = work.place;
    if (!procedure)
      checks.push({
        level: 'fail',
        title: 'Укажите, что это за работа: экзамен, предмет, класс и год',
        places: [place],
        count: 1,
      });
    else if (procedure.year > presentYear)
      checks.push({
        level: 'fail',
        title: `${formatSchoolYear(procedure.year)} учебный год ещё не наступил`,
        places: [place],
        count: 1,
      });
    else checks.push(...checkDictionaries(procedure, work, scales));
  }
  if (isStageUnknown) checks.push({ level: 'fail', title: 'Укажите этап олимпиады', places: [], count: 1 });
  if (figures.some(({ year }) => year === null))
    checks.push({ level: 'fail', title: 'Укажите учебный год', places: [], count: 1 });
  return checks;
}

function checkDictionaries(procedure: Procedure, { place, gradeByClass, part }: Work, scales: Scales): Check[] {
  const at = `${procedureWords(procedure)}, ${place}`;
  const checks: Check[] = [];
  const warn = (title: string) => checks.push({ level: 'warn', title, places: [at], count: 1 });
  if (gradeByClass) warn('Класс работы взят из столбца классов. Осенью пишут работу за прошлый класс: проверьте');
  if (procedure.exam === 'VPR' && part !== 'MARKS' && part !== 'JOURNAL') {
    const scale = scaleOf(procedure, scales);
    if (!scale) warn('Шкалы перевода баллов в отметки нет в справочнике: отметок не будет');
    else if (!scale.isOfYear)
      warn(
        'Шкалы этого года нет в справочнике: взята шкала 2019/20–2021/22. Внесите нужную в справочник или проверьте отметки',
      );
  }
  if (
    procedure.exam === 'EGE' &&
    procedure.subject !== 'math_basic' &&
    egeMinimum(procedure.year, procedure.subject) === null
  )
    warn('Минимального балла нет в справочнике: не сдавших не посчитать');
  return checks;
}

function procedureOfTally({ works }: Reading, tally: Tally): Procedure | null {
  const work = works[tally.work];
  return work ? procedureOf(work.about) : null;
}

const agrees = (byMark: Tally['byMark'], mark: (score: number) => number): boolean =>
  (byMark ?? []).every((scores, at) => scores.every((n, score) => n === 0 || mark(score) === at + 2));

/** No better score has a worse mark. */
function isOrdered(byMark: readonly (readonly number[])[]): boolean {
  let most = -1;
  for (const scores of byMark) {
    const first = scores.findIndex((n) => n > 0);
    if (first < 0) continue;
    if (first < most) return false;
    most = Math.max(
      most,
      scores.findLastIndex((n) => n > 0),
    );
  }
  return true;
}

function twice(reading: Reading, verdicts: readonly SchoolVerdict[], words: (school: number) => string): string[] {
  const seen = new Map<string, number>();
  const found = new Set<string>();
  const facts = [
    ...reading.tallies.map(({ school, work }) => {
      const about = reading.works[work];
      return { school, key: about ? JSON.stringify([about.part, procedureOf(about.about)]) : '' };
    }),
    ...reading.figures.map(({ school, code, year, part }) => ({ school, key: `${code}/${year}/${part}` })),
  ];
  for (const { school, key } of facts) {
    const verdict = verdicts[school];
    if (verdict?.kind !== 'matched') continue;
    const place = `${verdict.schoolId}/${key}`;
    const other = seen.get(place);
    if (other !== undefined && other !== school) found.add(words(school));
    seen.set(place, school);
  }
  return [...found];
}

export type LoadedResult = { readonly schoolId: string; readonly part: Work['part']; readonly result: Result };
export type LoadedFigure = {
  readonly schoolId: string;
  readonly year: number;
  readonly code: Reading['figures'][number]['code'];
  readonly part: string;
  readonly value: number;
  readonly n: number | null;
};

/** What would be written for the schools that are recognised. */
export function writtenBy(
  reading: Reading,
  verdicts: readonly SchoolVerdict[],
  scales: Scales,
): { results: LoadedResult[]; figures: LoadedFigure[] } {
  const schoolOf = (school: number) => {
    const verdict = verdicts[school];
    return verdict?.kind === 'matched' ? verdict.schoolId : null;
  };
  const results = reading.tallies.flatMap((tally): LoadedResult[] => {
    const schoolId = schoolOf(tally.school);
    const work = reading.works[tally.work];
    const procedure = work ? procedureOf(work.about) : null;
    if (schoolId === null || !work || !procedure) return [];
    return [{ schoolId, part: work.part, result: resultOf(tally, procedure, scales) }];
  });
  const figures = reading.figures.flatMap(({ school, year, ...figure }): LoadedFigure[] => {
    const schoolId = schoolOf(school);
    return schoolId === null || year === null ? [] : [{ ...figure, schoolId, year }];
  });
  return { results, figures };
}

/** A figure is a share of a whole where the whole is known. */
export const hasWhole = (figure: Pick<LoadedFigure, 'code' | 'n'>): boolean =>
  figure.n !== null && wholeOfFigure(figure.code) !== null;
