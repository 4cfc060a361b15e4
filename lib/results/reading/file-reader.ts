import { subjectNamed, subjectOfCode } from '@/lib/results/dictionaries/subject-codes';
import type { FigureCode } from '@/lib/results/figure';
import { wholeOfFigure } from '@/lib/results/figure';
import { PERSONAL, type Profile, type Role } from '@/lib/results/layouts/profile';
import { type About, aboutText, firstKnown, NOTHING_KNOWN, schoolYearIn } from '@/lib/results/reading/about';
import { bestHeader, type Header } from '@/lib/results/reading/header';
import { isWord, level, numberOf, wholeOf } from '@/lib/results/reading/level';
import type {
  FileFigure,
  FileTerritory,
  Part,
  Problem,
  ProblemCode,
  Reading,
  Tally,
  TerritoryKind,
  UnknownColumn,
  Work,
} from '@/lib/results/reading/reading';
import { countsOfShares } from '@/lib/results/reading/shares';
import { TallyBuilder } from '@/lib/results/reading/tally-builder';
import { longAnswers, shortAnswers, type TaskPoint } from '@/lib/results/reading/task-strings';

/** Rows at the top of a sheet among which the first header is looked for. */
const HEAD_ROWS = 40;
const TITLE_MAX = 300;
/** How far below its title a header stands. */
const TITLE_ROWS = 6;
/** Real protocols have some tens of tables; a file of nothing but headers is not worked on for ever. */
const TABLES_MAX = 500;
const COMPARED_MAX = 5_000;
const SCORE_MAX = 300;
const EXAMPLES = 5;
const LOGIN = /(?<![a-zа-я])(?:sch|edu|ksh|spo)\d{4,8}(?!\d)/i;
/** Words that only headers have; a table of which nothing is known is recognised by them. */
const HEADER_WORDS = /школ|логин|балл|отмет|оценк|класс|код|участник|предмет|задани|вариант|муницип|пользов|инн/;

type WorkState = {
  about: About;
  part: Part;
  place: string;
  rows: number;
  claimed: number | null;
  classGrades: Map<number, number>;
};
type Group = { school: number; work: number; builder: TallyBuilder; seen: Set<string>; missing: boolean };

/** Words that people write into files before the portal is asked; what they leave open, `about` answers. */
export type ReaderOptions = {
  readonly fileName: string;
  readonly profiles: readonly Profile[];
  readonly about?: Partial<About>;
};

/**
 * Reads a file row by row and keeps counts only: it holds at most one table's head and the counts of each school. Rows
 * are given sheet by sheet (`sheet`, then `row` for each), then `finish` gives what was counted. Never throws on content.
 */
export class FileReader {
  readonly #options: ReaderOptions;
  readonly #schools: (Reading['schools'][number] & { rows: number })[] = [];
  readonly #schoolByKey = new Map<string, number>();
  readonly #works: WorkState[] = [];
  readonly #workByKey = new Map<string, number>();
  readonly #groups = new Map<string, Group>();
  readonly #ready: Tally[] = [];
  readonly #readyKeys = new Set<string>();
  readonly #figures: FileFigure[] = [];
  readonly #olympiad = new Map<
    string,
    { school: number; year: number | null; code: FigureCode; part: string; seen: Set<string>; value: number }
  >();
  readonly #territories: FileTerritory[] = [];
  readonly #problems = new Map<string, Problem & { rows: number[] }>();
  readonly #droppedColumns = new Set<string>();
  readonly #sheets: { name: string; rows: number; tables: number }[] = [];
  readonly #dropped = { pupils: 0, footers: 0, other: 0 };
  #unknown: Reading['unknown'] = null;
  #isStageUnknown = false;
  #profile: Profile | null = null;
  #header: Header | null = null;
  #headerKeys = new Set<string>();
  #titles: string[] = [];
  #sheetAbout: About = NOTHING_KNOWN;
  #sheet = '';
  #row = 0;
  #titleRow = Number.NEGATIVE_INFINITY;
  #tables = 0;
  #compared = 0;
  #rowsSeen = 0;
  #head: { row: number; cells: readonly string[] }[] = [];
  #body: string[][] = [];
  #work = -1;
  #group: { school: number; tally: [number | null, number | null, number | null] } | null = null;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Rows taken so far. */
  get rows(): number {
    return this.#rowsSeen;
  }

  sheet(name: string): void {
    this.#endSheet();
    this.#sheet = name;
    this.#row = 0;
    this.#titleRow = Number.NEGATIVE_INFINITY;
    this.#header = null;
    this.#titles = [];
    this.#work = -1;
    this.#head = [];
    this.#body = [];
    this.#sheetAbout = aboutText(name);
    this.#sheets.push({ name, rows: 0, tables: 0 });
  }

  row(cells: readonly string[]): void {
    this.#row += 1;
    this.#rowsSeen += 1;
    const sheet = this.#sheets.at(-1);
    const filled = cells.findIndex((cell) => cell.trim() !== '');
    if (filled < 0) return;
    if (sheet) sheet.rows += 1;
    const first = cells[filled] ?? '';
    if (this.#mayBeHeader(first)) {
      this.#compared += 1;
      const header = bestHeader(cells, this.#options.profiles);
      if (header) {
        this.#begin(header);
        return;
      }
    }
    if (!this.#header) {
      this.#outside(cells, first);
      return;
    }
    if (this.#isFooter(cells, first)) return;
    if (this.#isTitle(cells, filled)) return;
    this.#data(this.#header, cells);
  }

  /** Headers stand at the top of a sheet, under a title, or repeat the one above: no other row is worth the comparison. */
  #mayBeHeader(first: string): boolean {
    if (this.#tables >= TABLES_MAX || this.#compared >= COMPARED_MAX) return false;
    if (this.#row - this.#titleRow <= TITLE_ROWS) return true;
    return this.#header ? this.#headerKeys.has(level(first)) : this.#row <= HEAD_ROWS;
  }

  finish(): Reading {
    this.#endSheet();
    this.#flushJournal();
    this.#flushGroups();
    for (const { seen: _seen, ...figure } of this.#olympiad.values()) this.#figures.push({ ...figure, n: null });
    const figures = this.#withWholes();
    return {
      profile: this.#profile?.code ?? '',
      profileTitle: this.#profile?.title ?? '',
      schools: this.#schools,
      works: this.#works.map((work) => this.#finishedWork(work)),
      tallies: this.#ready,
      figures,
      territories: this.#territories,
      dropped: { columns: [...this.#droppedColumns], ...this.#dropped },
      problems: [...this.#problems.values()],
      isStageUnknown: this.#isStageUnknown,
      sheets: this.#sheets,
      unknown: this.#profile ? null : this.#unknown,
    };
  }

  #begin(header: Header): void {
    this.#flushJournal();
    this.#header = header;
    this.#profile ??= header.profile;
    this.#headerKeys = new Set(header.titles.map(level).filter((title) => title !== '' && !/^\d/.test(title)));
    this.#tables += 1;
    const sheet = this.#sheets.at(-1);
    if (sheet) sheet.tables += 1;
    const personal = PERSONAL.flatMap((role) => header.columns[role] ?? []);
    for (const index of personal) this.#dropColumn(header.titles[index] ?? '');
    for (const title of header.unused) this.#dropColumn(title);
    const titles = this.#titles.map((title) => aboutText(title, header.profile.exam)).toReversed();
    const named: About = firstKnown(
      { ...NOTHING_KNOWN, ...this.#options.about },
      ...titles,
      this.#sheetAbout,
      aboutText(this.#options.fileName.replace(/\.[a-z]{2,4}$/i, ''), header.profile.exam),
    );
    this.#blockAbout = { ...named, exam: header.profile.exam ?? named.exam };
    this.#blockTitle = this.#titles.at(-1) ?? '';
    this.#work = -1;
    this.#titles = [];
  }

  #blockAbout: About = NOTHING_KNOWN;
  #blockTitle = '';

  #dropColumn(title: string): void {
    const text = title.trim().slice(0, 100);
    if (text !== '') this.#droppedColumns.add(text);
  }

  /** Above the first header of a sheet: a title, or a table nobody knows. */
  #outside(cells: readonly string[], first: string): void {
    this.#dropped.other += 1;
    if (this.#row <= HEAD_ROWS) this.#head.push({ row: this.#row, cells });
    else if (this.#body.length < 20) this.#body.push([...cells]);
    if (this.#row <= HEAD_ROWS && distinct(cells) <= 2 && first.length <= TITLE_MAX)
      this.#titles = [...this.#titles.slice(-5), first];
  }

  #isFooter(cells: readonly string[], first: string): boolean {
    const profile = this.#header?.profile;
    if (!profile) return false;
    const levelled = level(first);
    if (!isWord(profile.footers, levelled)) return false;
    if (profile.unit === 'SHARES' || profile.unit === 'JOURNAL') return false;
    this.#dropped.footers += 1;
    const work = this.#works[this.#work];
    if (work && levelled.startsWith(level('всего участников'))) {
      const inside = /(\d[\d\s]*)$/.exec(first.trim())?.[1];
      const claimed = wholeOf(inside ?? '') ?? cells.map(wholeOf).find((value) => value !== null) ?? null;
      if (claimed !== null) work.claimed = (work.claimed ?? 0) + claimed;
    }
    return true;
  }

  /** «01 - Русский язык 2022.06.23» between two tables. */
  #isTitle(cells: readonly string[], filled: number): boolean {
    const header = this.#header;
    if (header?.profile.unit !== 'PUPILS' || distinct(cells) > 1) return false;
    const text = cells[filled] ?? '';
    const isData = (header.columns.login ?? header.columns.code ?? []).includes(filled);
    if (isData && text.length < 12) return false;
    this.#dropped.other += 1;
    this.#titleRow = this.#row;
    if (text.length <= TITLE_MAX) this.#titles = [...this.#titles.slice(-5), text];
    return true;
  }

  #data(header: Header, cells: readonly string[]): void {
    const { unit } = header.profile;
    if (unit === 'PUPILS') this.#pupil(header, cells);
    else if (unit === 'SHARES') this.#shares(header, cells);
    else if (unit === 'JOURNAL') this.#journalRow(header, cells);
    else if (unit === 'OLYMPIAD') this.#olympian(header, cells);
    else this.#figureRow(header, cells);
  }

  #cell(header: Header, cells: readonly string[], role: Role): string {
    const index = header.columns[role]?.[0];
    return index === undefined ? '' : (cells[index] ?? '').trim();
  }

  #problem(code: ProblemCode, header?: Header, role?: Role): void {
    const index = role === undefined ? undefined : header?.columns[role]?.[0];
    const column = index === undefined ? '' : (header?.titles[index] ?? '').trim().slice(0, 100);
    const key = `${code}\u0001${this.#sheet}\u0001${column}`;
    const known = this.#problems.get(key);
    if (!known) this.#problems.set(key, { code, sheet: this.#sheet, column, count: 1, rows: [this.#row] });
    else {
      known.count += 1;
      if (known.rows.length < EXAMPLES) known.rows.push(this.#row);
    }
  }

  /** The school a row names; null when it names none. «edu990001 | Школа» holds both. */
  #school(header: Header, cells: readonly string[]): number | null {
    const [first = '', second = ''] = this.#cell(header, cells, 'login').split('|');
    const text = this.#cell(header, cells, 'school') || this.#cell(header, cells, 'group');
    const login = (LOGIN.exec(first)?.[0] ?? LOGIN.exec(text)?.[0] ?? '').toLowerCase();
    const inn = this.#cell(header, cells, 'inn').replace(/\s/g, '');
    const code = codeOf(this.#cell(header, cells, 'code'));
    const municipality = codeOf(this.#cell(header, cells, 'municipality').split('|')[0] ?? '');
    const name =
      (text.split('|').at(-1) ?? '')
        .replace(LOGIN, '')
        .replace(/\(\s*\)/g, '')
        .trim() || second.trim();
    const key = login || inn || (code && `${municipality}/${code}`) || level(name);
    if (key === '') return null;
    const known = this.#schoolByKey.get(key);
    if (known !== undefined) {
      const school = this.#schools[known];
      if (school) {
        school.rows += 1;
        if (school.name === '' && name !== '') school.name = name.slice(0, 200);
      }
      return known;
    }
    const place = this.#schools.length;
    this.#schoolByKey.set(key, place);
    this.#schools.push({
      login: login.slice(0, 40),
      inn: inn.slice(0, 20),
      code: code.slice(0, 20),
      municipality: municipality.slice(0, 40),
      name: name.slice(0, 200),
      rows: 1,
    });
    return place;
  }

  #workOf(about: About, part: Part): number {
    const key = JSON.stringify([about, part]);
    const known = this.#workByKey.get(key);
    if (known !== undefined) return known;
    const place = `${this.#sheet === '' ? '' : `лист «${this.#sheet}», `}строка ${this.#row}`;
    this.#works.push({ about, part, place, rows: 0, claimed: null, classGrades: new Map() });
    this.#workByKey.set(key, this.#works.length - 1);
    return this.#works.length - 1;
  }

  #groupOf(school: number, work: number): Group {
    const key = `${work}/${school}`;
    const known = this.#groups.get(key);
    if (known) return known;
    const group: Group = { school, work, builder: new TallyBuilder(), seen: new Set(), missing: false };
    this.#groups.set(key, group);
    return group;
  }

  #pupil(header: Header, cells: readonly string[]): void {
    const { profile, columns } = header;
    const school = this.#school(header, cells);
    if (school === null) {
      this.#problem('no-school');
      return;
    }
    this.#dropped.pupils += 1;
    const about = this.#aboutOfRow(header, cells);
    this.#work = this.#workOf(about, 'PUPILS');
    const work = this.#works[this.#work];
    const group = this.#groupOf(school, this.#work);
    const className = classOf(this.#cell(header, cells, 'class'));
    if (work) {
      work.rows += 1;
      const grade = Number(/^(\d{1,2})/.exec(className)?.[1]);
      if (grade >= 1 && grade <= 12) work.classGrades.set(grade, (work.classGrades.get(grade) ?? 0) + 1);
    }
    const key = this.#pupilKey(header, cells);
    if (key !== '') {
      if (group.seen.has(key)) {
        this.#problem('twice');
        return;
      }
      group.seen.add(key);
    }
    const scoreText = this.#cell(header, cells, 'score');
    const tasks = this.#tasks(header, cells);
    const got = tasks.points.reduce((sum, { got: points }) => sum + points, 0);
    const score = this.#number(header, 'score', scoreText, SCORE_MAX);
    const result = this.#examResult(header, cells, about);
    const variants = (columns.variant ?? []).map((index) => (cells[index] ?? '').trim());
    const saysAbsent = [
      ...variants,
      scoreText,
      this.#cell(header, cells, 'points'),
      this.#cell(header, cells, 'mark'),
    ].some((text) => text !== '' && isWord(profile.absent, level(text)));
    const isSilent = variants.length > 0 && variants.every((text) => text === '') && got === 0 && (score ?? 0) === 0;
    const isEmpty = score === null && result.test === null && result.mark === null && tasks.points.length === 0;
    if (saysAbsent || isSilent || isEmpty) {
      if (saysAbsent && ((score ?? 0) > 0 || got > 0)) this.#problem('partial');
      else if (score === 0) this.#problem('zero-absent', header, 'score');
      group.builder.absent += 1;
      return;
    }
    if (tasks.isWhole && score !== null && tasks.points.length > 0 && got !== score)
      this.#problem('sum', header, 'score');
    const most = tasks.points.reduce((sum, { max }) => sum + max, 0);
    if (tasks.isWhole && tasks.hasMaxima && score !== null && score > most) this.#problem('over-max', header, 'score');
    if (score === null && header.columns.score !== undefined && result.test === null)
      this.#problem('no-score', header, 'score');
    const journal = this.#mark(header, 'journal', this.#cell(header, cells, 'journal'));
    group.builder.add({ journal, score, ...result, tasks: tasks.points, className });
  }

  /** Flat files name subject, grade and year in the row. */
  #aboutOfRow(header: Header, cells: readonly string[]): About {
    const about = this.#blockAbout;
    if (!header.columns.subject && !header.columns.grade && !header.columns.year)
      return this.#withExam(header, cells, about);
    const subject = this.#cell(header, cells, 'subject');
    const grade = wholeOf(/^\d{1,2}/.exec(this.#cell(header, cells, 'grade'))?.[0] ?? '');
    const year = this.#cell(header, cells, 'year');
    return {
      ...about,
      subject: subject === '' ? about.subject : subjectNamed(subject),
      grade: grade ?? about.grade,
      year: year === '' ? about.year : schoolYearIn(year),
    };
  }

  /** ОГЭ is written in grade 9 and ЕГЭ in grade 11, whatever the class is called. */
  #withExam(header: Header, cells: readonly string[], about: About): About {
    if (header.profile.exam === 'VPR') return about;
    const grade = Number(/^(\d{1,2})/.exec(classOf(this.#cell(header, cells, 'class')))?.[1]);
    const exam = about.exam ?? (grade === 9 || grade === 10 ? 'OGE' : grade === 11 || grade === 12 ? 'EGE' : null);
    const text = this.#blockTitle || this.#options.fileName;
    const code = /(?<!\d)(\d{2})(?=\s*[-–_ ])/.exec(text)?.[1];
    const subject = about.subject ?? (exam && code ? subjectOfCode(exam, about.year, code) : null);
    return { ...about, exam, subject, grade: exam === 'OGE' ? 9 : exam === 'EGE' ? 11 : about.grade };
  }

  /** What makes a pupil's row one and not two; held while the file is read and never given out. */
  #pupilKey(header: Header, cells: readonly string[]): string {
    const own = (header.columns.pupil ?? []).map((index) => (cells[index] ?? '').trim());
    const [first = ''] = own;
    if (own.length > 0) return first === '' ? '' : own.join('\u0001');
    const names = (header.columns.secret ?? [])
      .filter((index) => /фамил|имя|отчеств|фио|ф\.и|номер|документ/.test(level(header.titles[index] ?? '')))
      .map((index) => level(cells[index] ?? ''));
    return names.some((name) => name !== '') ? names.join('\u0001') : '';
  }

  #number(header: Header, role: Role, text: string, most: number): number | null {
    if (text === '' || isWord(header.profile.absent, level(text)) || isWord(header.profile.blank, level(text)))
      return null;
    const number = wholeOf(text);
    if (number === null || number < 0 || number > most) {
      this.#problem('bad-number', header, role);
      return null;
    }
    return number;
  }

  #mark(header: Header, role: Role, text: string): number | null {
    const mark = wholeOf(text);
    if (mark !== null && mark >= 2 && mark <= 5) return mark;
    const isNothing =
      text === '' ||
      /^(н\/?а|нет|-|–|осв\S*|зач\S*|х|н)$/.test(level(text)) ||
      isWord(header.profile.absent, level(text));
    if (!isNothing) this.#problem('bad-mark', header, role);
    return null;
  }

  /** «Балл» is a mark at the ОГЭ and in basic mathematics, a test score at the rest of ЕГЭ. */
  #examResult(
    header: Header,
    cells: readonly string[],
    { exam, subject }: About,
  ): { test: number | null; mark: number | null } {
    const { columns } = header;
    const has = (role: Role) => columns[role] !== undefined && this.#cell(header, cells, role) !== '';
    const isMarked = exam === 'OGE' || subject === 'math_basic';
    const mark = has('mark')
      ? this.#mark(header, 'mark', this.#cell(header, cells, 'mark'))
      : has('points') && isMarked
        ? this.#mark(header, 'points', this.#cell(header, cells, 'points'))
        : null;
    const testRole: Role = columns.test ? 'test' : 'points';
    const test =
      exam === 'EGE' && !isMarked && has(testRole)
        ? this.#number(header, testRole, this.#cell(header, cells, testRole), 100)
        : null;
    return { test, mark };
  }

  #tasks(header: Header, cells: readonly string[]): { points: TaskPoint[]; isWhole: boolean; hasMaxima: boolean } {
    const { profile } = header;
    const points: TaskPoint[] = [];
    let isWhole = true;
    let hasMaxima = header.tasks.length > 0;
    for (const { index, code, max } of header.tasks) {
      const text = (cells[index] ?? '').trim();
      if (text === '') continue;
      if (max === null) hasMaxima = false;
      const got = wholeOf(text);
      if (got !== null && got >= 0 && got <= 100) {
        points.push({ code, got, max: max ?? got });
        continue;
      }
      const levelled = level(text);
      if (isWord(profile.blank, levelled)) points.push({ code, got: 0, max: max ?? 0 });
      else if (isWord(profile.untaught, levelled)) isWhole = false;
      else if (!isWord(profile.absent, levelled)) this.#problem('bad-number', header);
    }
    if (header.tasks.length > 0) return { points, isWhole, hasMaxima };
    const short = shortAnswers(this.#cell(header, cells, 'short')) ?? [];
    const long = longAnswers(this.#cell(header, cells, 'long'), 'Р') ?? [];
    const oral = longAnswers(this.#cell(header, cells, 'oral'), 'У') ?? [];
    return { points: [...short, ...long, ...oral], isWhole: false, hasMaxima: false };
  }

  #shares(header: Header, cells: readonly string[]): void {
    const about = this.#aboutOfRow(header, cells);
    const n = wholeOf(this.#cell(header, cells, 'count'));
    const text = this.#cell(header, cells, 'group');
    if (n === null) {
      if (distinct(cells) <= 2) this.#dropped.other += 1;
      else this.#problem('bad-number', header, 'count');
      return;
    }
    const isScores = header.profile.scores !== null;
    const part: Part = isScores ? 'SCORES' : 'MARKS';
    const most = header.scores.reduce((max, { score }) => Math.max(max, score), 0);
    const shares: (number | null)[] = isScores ? new Array<number | null>(most + 1).fill(0) : [0, 0, 0, 0];
    const place = isScores
      ? header.scores.map(({ index, score }) => [index, score] as const)
      : (['two', 'three', 'four', 'five'] as const).map((role, at) => [header.columns[role]?.[0] ?? -1, at] as const);
    for (const [index, at] of place) {
      const cell = (cells[index] ?? '').trim();
      const value = cell === '' || isWord(header.profile.blank, level(cell)) ? 0 : numberOf(cell);
      if (value === null) this.#problem('bad-number', header);
      shares[at] = value;
    }
    const known = shares.filter((share): share is number => share !== null);
    const counted = known.length === shares.length ? countsOfShares(n, known) : null;
    if (!counted) {
      this.#problem('shares');
      return;
    }
    if (!counted.fits) this.#problem('shares-off');
    const work = this.#workOf(about, part);
    const values = { marks: isScores ? null : [...counted.counts], scores: isScores ? [...counted.counts] : null };
    const territory = text === '' ? null : territoryOf(text);
    if (territory) {
      this.#territories.push({ kind: territory, work, participants: n, ...values });
      return;
    }
    const school = this.#school(header, cells);
    if (school === null) {
      this.#problem('no-school');
      return;
    }
    this.#aggregate(school, work, n, values);
  }

  #aggregate(
    school: number,
    work: number,
    participants: number,
    values: Partial<Pick<Tally, 'marks' | 'scores' | 'compared'>>,
  ): void {
    const state = this.#works[work];
    if (state) state.rows += 1;
    const key = `${work}/${school}`;
    if (this.#groups.has(key) || this.#readyKeys.has(key)) {
      this.#problem('twice');
      return;
    }
    this.#readyKeys.add(key);
    const nothing = {
      marks: null,
      scores: null,
      compared: null,
      tests: null,
      journal: null,
      byMark: null,
      tasks: null,
    };
    this.#ready.push({ school, work, participants, absent: null, ...nothing, ...values, classes: {} });
  }

  /** A group's row, then «Понизили», «Подтвердили», «Повысили» under it. */
  #journalRow(header: Header, cells: readonly string[]): void {
    const text = level(this.#cell(header, cells, 'group'));
    const kind = ['понизили', 'подтвердили', 'повысили'].findIndex((word) => text.startsWith(level(word)));
    if (kind < 0) {
      if (/^всего|^итого/.test(text)) return;
      this.#flushJournal();
      const name = this.#cell(header, cells, 'group');
      if (territoryOf(name)) return;
      const school = this.#school(header, cells);
      this.#group = school === null ? null : { school, tally: [null, null, null] };
      return;
    }
    const value = wholeOf(this.#cell(header, cells, 'value'));
    if (this.#group && value !== null) this.#group.tally[kind] = value;
    else if (value === null) this.#problem('bad-number', header, 'value');
  }

  #flushJournal(): void {
    const group = this.#group;
    this.#group = null;
    if (!group) return;
    const [lowered, confirmed, raised] = group.tally;
    if (lowered === null || confirmed === null || raised === null) return;
    const work = this.#workOf(this.#blockAbout, 'JOURNAL');
    this.#aggregate(group.school, work, lowered + confirmed + raised, { compared: [lowered, confirmed, raised] });
  }

  #olympian(header: Header, cells: readonly string[]): void {
    const school = this.#school(header, cells);
    if (school === null) {
      this.#problem('no-school');
      return;
    }
    this.#dropped.pupils += 1;
    const { year, stage } = this.#blockAbout;
    const subjectText = this.#cell(header, cells, 'subject');
    const subject = (subjectText === '' ? this.#blockAbout.subject : subjectNamed(subjectText)) ?? '';
    const status = level(this.#cell(header, cells, 'status'));
    const hasWon = /^(победител|призер|диплом|лауреат|1 место|2 место|3 место)/.test(status);
    if (!hasWon && !/^(участник|без|сертификат|-|)$/.test(status)) this.#problem('unknown-status', header, 'status');
    const at = stage ?? 'municipal';
    if (stage === null) this.#isStageUnknown = true;
    const count = (code: FigureCode, by: number) => {
      const key = `${school}/${code}/${subject}`;
      const known = this.#olympiad.get(key);
      if (known) known.value += by;
      else this.#olympiad.set(key, { school, year, code, part: subject, seen: new Set(), value: by });
    };
    count(`olympiad_${at}`, 1);
    if (at !== 'school') count(`olympiad_${at}_won`, hasWon ? 1 : 0);
  }

  #figureRow(header: Header, cells: readonly string[]): void {
    const school = this.#school(header, cells);
    if (school === null) {
      this.#problem('no-school');
      return;
    }
    const text = this.#cell(header, cells, 'year');
    const year = text === '' ? this.#blockAbout.year : schoolYearIn(text);
    for (const { index, code } of header.figures) {
      const cell = (cells[index] ?? '').trim();
      const isMarker = header.profile.unit === 'MARKERS';
      const value = cell === '' && isMarker ? 0 : /^(да|\+|v|х)$/.test(level(cell)) && isMarker ? 1 : wholeOf(cell);
      if (cell === '' && !isMarker) continue;
      if (value === null || value < 0) this.#problem('bad-number', header);
      else this.#figures.push({ school, year, code, value, n: null, part: '' });
    }
  }

  /** The whole of a figure stands in another column of the same row. */
  #withWholes(): FileFigure[] {
    const keyOf = ({ school, year, part }: FileFigure, code: FigureCode) => `${school}/${year}/${part}/${code}`;
    const known = new Map(this.#figures.map((figure) => [keyOf(figure, figure.code), figure.value]));
    return this.#figures.map((figure) => {
      const code = wholeOfFigure(figure.code);
      const whole = code === null ? undefined : known.get(keyOf(figure, code));
      if (whole === undefined) return figure;
      if (figure.value > whole) this.#problem('part-over-whole');
      return { ...figure, n: whole };
    });
  }

  #flushGroups(): void {
    const maxima = new Map<number, Map<string, number>>();
    for (const { work, builder } of this.#groups.values()) {
      const known = maxima.get(work) ?? new Map<string, number>();
      for (const [code, { max }] of builder.tasks) known.set(code, Math.max(known.get(code) ?? 0, max));
      maxima.set(work, known);
    }
    for (const { school, work, builder } of this.#groups.values())
      this.#ready.push(builder.tally(school, work, maxima.get(work) ?? new Map()));
    this.#groups.clear();
  }

  #finishedWork({ classGrades, ...work }: WorkState): Work {
    const grades = [...classGrades].sort((a, b) => b[1] - a[1]);
    const [mode] = grades;
    if (work.about.grade !== null || !mode) return { ...work, gradeByClass: false };
    return { ...work, about: { ...work.about, grade: mode[0] }, gradeByClass: true };
  }

  /** Of a table nobody knows: titles of its columns and the kind of what stands below, for the mapping in the browser. */
  #endSheet(): void {
    if (this.#header || this.#head.length === 0) return;
    const scored = this.#head
      .map(({ row, cells }) => ({ row, cells, score: cells.filter((cell) => HEADER_WORDS.test(level(cell))).length }))
      .sort((a, b) => b.score - a.score);
    const [best] = scored;
    if (!best || best.score < 3 || (this.#unknown && this.#unknown.columns.length >= best.cells.length)) return;
    const below = [...this.#head.filter(({ row }) => row > best.row).map(({ cells }) => cells), ...this.#body];
    const columns = best.cells.map((title, index): UnknownColumn => {
      const texts = below.map((cells) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
      const numbers = texts.filter((cell) => numberOf(cell) !== null).length;
      const kind =
        texts.length === 0 ? 'empty' : numbers === texts.length ? 'number' : numbers === 0 ? 'text' : 'mixed';
      return { index, title: title.trim().slice(0, 100), kind };
    });
    this.#unknown = { sheet: this.#sheet, row: best.row, columns: columns.filter(({ title }) => title !== '') };
  }
}

const distinct = (cells: readonly string[]): number => {
  const seen = new Set<string>();
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== '') seen.add(text);
    if (seen.size > 2) break;
  }
  return seen.size;
};

/** «0012» stays; «12.0» of a spreadsheet becomes «12». */
const codeOf = (text: string): string => text.trim().replace(/\.0$/, '').toLowerCase();

/** «5 А», «5а», «5 «А»» → «5а»; «НЕТ» is a class without a letter. */
const classOf = (text: string): string => {
  const flat = level(text).replace(/[\s-]/g, '').slice(0, 12);
  return flat === 'нет' ? '' : flat;
};

/** A row about a territory and not about a school. */
export function territoryOf(text: string): TerritoryKind | null {
  const flat = level(text);
  if (LOGIN.test(text) || /школ|сош|оош|нош|гимнази|лице|интернат|мбоу|маоу|мкоу|моу/.test(flat)) return null;
  if (/^вся выборка|^россия|^рф$/.test(flat)) return 'country';
  if (/(обл\.|область|край|республика|автономный округ)$|^республика |^г\.? ?(москва|санкт-петербург)/.test(flat))
    return 'region';
  if (/район|городской округ|муниципальн|^город |^г\.? /.test(flat)) return 'municipality';
  return null;
}
