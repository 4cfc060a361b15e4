import { PERSONAL, type Profile } from '@/lib/results/layouts/profile';
import { type About, aboutText, firstKnown, NOTHING_KNOWN } from '@/lib/results/reading/about';
import { FileFigures } from '@/lib/results/reading/file-figures';
import { FileSchools, territoryOf } from '@/lib/results/reading/file-schools';
import { FileTallies } from '@/lib/results/reading/file-tallies';
import { aboutOfRow, FileWorks } from '@/lib/results/reading/file-works';
import { bestHeader, type Header } from '@/lib/results/reading/header';
import { isWord, level, wholeOf } from '@/lib/results/reading/level';
import { ProblemLog } from '@/lib/results/reading/problem-log';
import { pupilKey, readPupil } from '@/lib/results/reading/pupil-row';
import type { FileTerritory, Part, Reading } from '@/lib/results/reading/reading';
import { readShares } from '@/lib/results/reading/share-row';
import { cellOf, classOf, distinct, type TableRow } from '@/lib/results/reading/table-row';
import { UnknownTable } from '@/lib/results/reading/unknown-table';

/** Rows at the top of a sheet among which the first header is looked for. */
const HEAD_ROWS = 40;
const TITLE_MAX = 300;
const TITLES_KEPT = 6;
/** How far below its title a header stands. */
const TITLE_ROWS = 6;
/** Real protocols have some tens of tables; a file of nothing but headers is not worked on for ever. */
const TABLES_MAX = 500;
const COMPARED_MAX = 5_000;
const JOURNAL_ROWS = ['понизили', 'подтвердили', 'повысили'] as const;

/** `about`: what is known of the file before it is opened; it wins over what the file says. */
export type ReaderOptions = {
  readonly fileName: string;
  readonly profiles: readonly Profile[];
  readonly about?: Partial<About>;
};

/** A table that is being read: its header, what stands above it, and what it has been about so far. */
type Table = {
  readonly header: Header;
  readonly keys: ReadonlySet<string>;
  readonly about: About;
  readonly title: string;
};
type Journal = { readonly school: number; readonly values: (number | null)[]; readonly table: Table };

/**
 * Reads a file row by row and keeps counts only: it holds at most the top of one sheet and the counts of each school. Rows
 * are given sheet by sheet (`sheet`, then `row` for each), then `finish` gives what was counted. Never throws on content.
 */
export class FileReader {
  readonly #options: ReaderOptions;
  readonly #schools = new FileSchools();
  readonly #works = new FileWorks();
  readonly #tallies = new FileTallies();
  readonly #figures = new FileFigures();
  readonly #problems = new ProblemLog();
  readonly #territories: FileTerritory[] = [];
  readonly #droppedColumns = new Set<string>();
  readonly #dropped = { pupils: 0, footers: 0, other: 0 };
  readonly #sheets: { name: string; rows: number; tables: number }[] = [];
  #profile: Profile | null = null;
  #unknown: Reading['unknown'] = null;
  #top = new UnknownTable();
  #table: Table | null = null;
  #titles: string[] = [];
  #titleRow = Number.NEGATIVE_INFINITY;
  #row = 0;
  #work = -1;
  #journal: Journal | null = null;
  #rows = 0;
  #tables = 0;
  #compared = 0;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Rows taken so far. */
  get rows(): number {
    return this.#rows;
  }

  sheet(name: string): void {
    this.#endSheet();
    this.#row = 0;
    this.#table = null;
    this.#titles = [];
    this.#titleRow = Number.NEGATIVE_INFINITY;
    this.#work = -1;
    this.#top = new UnknownTable();
    this.#sheets.push({ name, rows: 0, tables: 0 });
  }

  row(cells: readonly string[]): void {
    this.#row += 1;
    this.#rows += 1;
    const filled = cells.findIndex((cell) => cell.trim() !== '');
    if (filled < 0) return;
    const sheet = this.#sheets.at(-1);
    if (sheet) sheet.rows += 1;
    const first = cells[filled] ?? '';
    const header = this.#mayBeHeader(first) ? this.#compare(cells) : null;
    if (header) this.#begin(header);
    else if (!this.#table) this.#outside(cells, first);
    else if (!this.#isFooter(this.#table, cells, first) && !this.#isTitle(this.#table, cells, filled))
      this.#data(this.#table, cells);
  }

  finish(): Reading {
    this.#endSheet();
    const figures = this.#figures.finished(() => this.#problems.add('part-over-whole', this.#place));
    return {
      profile: this.#profile?.code ?? '',
      profileTitle: this.#profile?.title ?? '',
      schools: this.#schools.list,
      works: this.#works.finished(),
      tallies: this.#tallies.finished(),
      figures,
      territories: this.#territories,
      dropped: { columns: [...this.#droppedColumns], ...this.#dropped },
      problems: this.#problems.list,
      isStageUnknown: this.#figures.isStageUnknown,
      sheets: this.#sheets,
      unknown: this.#profile ? null : this.#unknown,
    };
  }

  get #place() {
    return { sheet: this.#sheets.at(-1)?.name ?? '', row: this.#row };
  }

  /** Headers stand at the top of a sheet, under a title, or repeat the one above: no other row is worth the comparison. */
  #mayBeHeader(first: string): boolean {
    if (this.#tables >= TABLES_MAX || this.#compared >= COMPARED_MAX) return false;
    if (this.#row - this.#titleRow <= TITLE_ROWS) return true;
    return this.#table ? this.#table.keys.has(level(first)) : this.#row <= HEAD_ROWS;
  }

  #compare(cells: readonly string[]): Header | null {
    this.#compared += 1;
    return bestHeader(cells, this.#options.profiles);
  }

  #begin(header: Header): void {
    this.#flushJournal();
    const { profile, titles, columns, unused } = header;
    const sheet = this.#sheets.at(-1);
    if (sheet) sheet.tables += 1;
    this.#tables += 1;
    this.#profile ??= profile;
    const dropped = [...PERSONAL.flatMap((role) => columns[role] ?? []).map((index) => titles[index] ?? ''), ...unused];
    for (const title of dropped) if (title.trim() !== '') this.#droppedColumns.add(title.trim().slice(0, 100));
    const fileName = this.#options.fileName.replace(/\.[a-z]{2,4}$/i, '');
    const about = firstKnown(
      { ...NOTHING_KNOWN, ...this.#options.about },
      ...this.#titles.map((title) => aboutText(title, profile.exam)).toReversed(),
      aboutText(sheet?.name ?? ''),
      aboutText(fileName, profile.exam),
    );
    this.#table = {
      header,
      keys: new Set(titles.map(level).filter((title) => title !== '' && !/^\d/.test(title))),
      about: { ...about, exam: profile.exam ?? about.exam },
      title: this.#titles.at(-1) ?? fileName,
    };
    this.#work = -1;
    this.#titles = [];
  }

  /** Above the first header of a sheet: a title, or a table nobody knows. */
  #outside(cells: readonly string[], first: string): void {
    this.#dropped.other += 1;
    this.#top.add(this.#row, cells);
    if (this.#row <= HEAD_ROWS && distinct(cells) <= 2) this.#keepTitle(first);
  }

  #keepTitle(text: string): void {
    if (text.length <= TITLE_MAX) this.#titles = [...this.#titles.slice(1 - TITLES_KEPT), text];
  }

  /** «Средние», «Минимальная граница», «Всего участников: 40»: the last one says what the table should have had. */
  #isFooter({ header: { profile } }: Table, cells: readonly string[], first: string): boolean {
    if (profile.unit === 'SHARES' || profile.unit === 'JOURNAL') return false;
    const levelled = level(first);
    if (!isWord(profile.footers, levelled)) return false;
    this.#dropped.footers += 1;
    if (!levelled.startsWith(level('всего участников'))) return true;
    const inside = wholeOf(/(\d[\d\s]*)$/.exec(first.trim())?.[1] ?? '');
    const claimed = inside ?? cells.map(wholeOf).find((value) => value !== null) ?? null;
    if (claimed !== null) this.#works.claim(this.#work, claimed);
    return true;
  }

  /** «01 - Русский язык 2022.06.23» between two tables. */
  #isTitle({ header: { profile, columns } }: Table, cells: readonly string[], filled: number): boolean {
    if (profile.unit !== 'PUPILS' || distinct(cells) > 1) return false;
    const text = cells[filled] ?? '';
    if ((columns.login ?? columns.code ?? []).includes(filled) && text.length < 12) return false;
    this.#dropped.other += 1;
    this.#titleRow = this.#row;
    this.#keepTitle(text);
    return true;
  }

  #data(table: Table, cells: readonly string[]): void {
    const { header, about } = table;
    const place = this.#place;
    const row: TableRow = { header, cells, report: (code, role) => this.#problems.add(code, place, header, role) };
    const { unit } = header.profile;
    if (unit === 'SHARES') return void this.#shares(table, row);
    if (unit === 'JOURNAL') return void this.#journalRow(table, row);
    const school = this.#schools.of(row);
    if (school === null) return;
    if (unit === 'PUPILS') this.#pupil(table, row, school);
    else if (unit !== 'OLYMPIAD') this.#figures.row(row, school, about);
    else {
      this.#dropped.pupils += 1;
      this.#figures.olympian(row, school, about);
    }
  }

  #workOf(about: About, part: Part): number {
    const { sheet, row } = this.#place;
    return this.#works.of(about, part, `${sheet === '' ? '' : `лист «${sheet}», `}строка ${row}`);
  }

  #pupil({ about: above, title }: Table, row: TableRow, school: number): void {
    this.#dropped.pupils += 1;
    const about = aboutOfRow(row, above, title);
    this.#work = this.#workOf(about, 'PUPILS');
    this.#works.count(this.#work, classOf(cellOf(row, 'class')));
    if (this.#tallies.isNew(school, this.#work, pupilKey(row)))
      this.#tallies.add(school, this.#work, readPupil(row, about));
    else row.report('twice');
  }

  #shares({ about: above, title, header }: Table, row: TableRow): void {
    const read = readShares(row);
    if (read === 'heading') this.#dropped.other += 1;
    if (read === null || read === 'heading') return;
    const { participants, ...counts } = read;
    const work = this.#workOf(aboutOfRow(row, above, title), header.profile.scores === null ? 'MARKS' : 'SCORES');
    const kind = territoryOf(cellOf(row, 'group'));
    if (kind) {
      this.#territories.push({ kind, work, participants, ...counts });
      return;
    }
    const school = this.#schools.of(row);
    if (school === null) return;
    this.#works.count(work);
    if (!this.#tallies.give(school, work, participants, counts)) row.report('twice');
  }

  /** A group's row, then «Понизили», «Подтвердили», «Повысили» under it. */
  #journalRow(table: Table, row: TableRow): void {
    const text = level(cellOf(row, 'group'));
    const kind = JOURNAL_ROWS.findIndex((word) => text.startsWith(level(word)));
    if (kind >= 0) {
      const value = wholeOf(cellOf(row, 'value'));
      if (value === null) row.report('bad-number', 'value');
      else if (this.#journal) this.#journal.values[kind] = value;
      return;
    }
    if (/^всего|^итого/.test(text)) return;
    this.#flushJournal();
    const school = territoryOf(cellOf(row, 'group')) ? null : this.#schools.of(row);
    this.#journal = school === null ? null : { school, values: [null, null, null], table };
  }

  #flushJournal(): void {
    const journal = this.#journal;
    this.#journal = null;
    const [lowered = null, confirmed = null, raised = null] = journal?.values ?? [];
    if (!journal || lowered === null || confirmed === null || raised === null) return;
    const work = this.#workOf(journal.table.about, 'JOURNAL');
    this.#works.count(work);
    const compared: [number, number, number] = [lowered, confirmed, raised];
    if (!this.#tallies.give(journal.school, work, lowered + confirmed + raised, { compared }))
      this.#problems.add('twice', this.#place);
  }

  #endSheet(): void {
    this.#flushJournal();
    if (!this.#table) this.#unknown ??= this.#top.found(this.#place.sheet);
  }
}
