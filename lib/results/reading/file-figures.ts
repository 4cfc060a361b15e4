import { subjectNamed } from '@/lib/results/dictionaries/subject-codes';
import { type FigureCode, wholeOfFigure } from '@/lib/results/figure';
import { type About, schoolYearIn } from '@/lib/results/reading/about';
import { level, wholeOf } from '@/lib/results/reading/level';
import type { FileFigure } from '@/lib/results/reading/reading';
import { cellOf, type TableRow } from '@/lib/results/reading/table-row';

/** Numbers of schools besides exams: rows of a form, of markers, and works of olympiads added up. */
export class FileFigures {
  /** An olympiad whose stage the file does not say was counted as municipal. */
  isStageUnknown = false;
  readonly #rows: FileFigure[] = [];
  readonly #olympiad = new Map<string, FileFigure>();

  /** One work of an olympiad: one participation, and perhaps a diploma. */
  olympian(row: TableRow, school: number, { year, stage, subject }: About): void {
    const text = cellOf(row, 'subject');
    const part = (text === '' ? subject : subjectNamed(text)) ?? '';
    const status = level(cellOf(row, 'status'));
    const hasWon = /^(победител|призер|диплом|лауреат|[123] место)/.test(status);
    if (!hasWon && !/^(участник|без|сертификат|-|)$/.test(status)) row.report('unknown-status', 'status');
    if (stage === null) this.isStageUnknown = true;
    const at = stage ?? 'municipal';
    const add = (code: FigureCode, by: number) => {
      const key = `${school}/${code}/${part}`;
      const known = this.#olympiad.get(key);
      this.#olympiad.set(key, { school, year, code, value: (known?.value ?? 0) + by, n: null, part });
    };
    add(`olympiad_${at}`, 1);
    if (at !== 'school') add(`olympiad_${at}_won`, hasWon ? 1 : 0);
  }

  /** A row of the form or of the markers. In the form an empty cell is «нет данных», among markers it is «нет». */
  row(row: TableRow, school: number, { year: known }: About): void {
    const { header, cells, report } = row;
    const isMarker = header.profile.unit === 'MARKERS';
    const text = cellOf(row, 'year');
    if (!isMarker && /^\d{4}$/.test(text)) report('no-year', 'year');
    const year = text === '' ? known : schoolYearIn(text);
    for (const { index, code } of header.figures) {
      const cell = (cells[index] ?? '').trim();
      if (cell === '' && !isMarker) continue;
      const value = isMarker ? flagOf(cell) : wholeOf(cell);
      if (value === null || value < 0) report('bad-number');
      else this.#rows.push({ school, year, code, value, n: null, part: '' });
    }
  }

  /** All of them, with the whole that each is a part of where the file has it; `overWhole` hears of a part above it. */
  finished(overWhole: () => void): FileFigure[] {
    const all = [...this.#rows, ...this.#olympiad.values()];
    const keyOf = ({ school, year, part }: FileFigure, code: FigureCode) => `${school}/${year}/${part}/${code}`;
    const known = new Map(all.map((figure) => [keyOf(figure, figure.code), figure.value]));
    return all.map((figure) => {
      const code = wholeOfFigure(figure.code);
      const whole = code === null ? undefined : known.get(keyOf(figure, code));
      if (whole === undefined) return figure;
      if (figure.value > whole) overWhole();
      return { ...figure, n: whole };
    });
  }
}

const flagOf = (cell: string): number | null =>
  cell === '' || /^(нет|-|–)$/.test(level(cell)) ? 0 : /^(да|\+|v|х)$/.test(level(cell)) ? 1 : wholeOf(cell);
