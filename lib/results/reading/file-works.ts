import { subjectNamed, subjectOfCode } from '@/lib/results/dictionaries/subject-codes';
import { type About, schoolYearIn } from '@/lib/results/reading/about';
import { wholeOf } from '@/lib/results/reading/level';
import type { Part, Work } from '@/lib/results/reading/reading';
import { cellOf, classOf, gradeOfClass, type TableRow } from '@/lib/results/reading/table-row';

type Counted = Omit<Work, 'gradeByClass' | 'rows' | 'claimed'> & {
  rows: number;
  claimed: number | null;
  readonly grades: Map<number, number>;
};

/** What a row is about: its own words first (flat files), then what stands above the table. */
export function aboutOfRow(row: TableRow, about: About, title: string): About {
  const { columns, profile } = row.header;
  if (columns.subject || columns.grade || columns.year) {
    const subject = cellOf(row, 'subject');
    const year = cellOf(row, 'year');
    return {
      ...about,
      subject: subject === '' ? about.subject : subjectNamed(subject),
      grade: wholeOf(/^\d{1,2}/.exec(cellOf(row, 'grade'))?.[0] ?? '') ?? about.grade,
      year: year === '' ? about.year : schoolYearIn(year),
    };
  }
  if (profile.exam === 'VPR') return about;
  // ОГЭ is written in grade 9 and ЕГЭ in grade 11, whatever the class is called.
  const grade = gradeOfClass(classOf(cellOf(row, 'class'))) ?? 0;
  const exam = about.exam ?? (grade === 9 || grade === 10 ? 'OGE' : grade > 10 ? 'EGE' : null);
  const code = /(?<!\d)(\d{2})(?=\s*[-–_ ])/.exec(title)?.[1];
  const subject = about.subject ?? (exam && code ? subjectOfCode(exam, about.year, code) : null);
  return { ...about, exam, subject, grade: exam === 'OGE' ? 9 : exam === 'EGE' ? 11 : about.grade };
}

/** The tables of a file, one for each thing they are about. */
export class FileWorks {
  readonly #list: Counted[] = [];
  readonly #places = new Map<string, number>();

  of(about: About, part: Part, place: string): number {
    const key = JSON.stringify([about, part]);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#list.length);
    this.#list.push({ about, part, place, rows: 0, claimed: null, grades: new Map() });
    return this.#list.length - 1;
  }

  /** One more row, perhaps of a class that tells the grade. */
  count(place: number, className = ''): void {
    const work = this.#list[place];
    if (!work) return;
    work.rows += 1;
    const grade = gradeOfClass(className);
    if (grade !== null) work.grades.set(grade, (work.grades.get(grade) ?? 0) + 1);
  }

  /** What a last row of the table says it has. */
  claim(place: number, rows: number): void {
    const work = this.#list[place];
    if (work) work.claimed = (work.claimed ?? 0) + rows;
  }

  finished(): Work[] {
    return this.#list.map(({ grades, ...work }) => {
      const [mode] = [...grades].sort((a, b) => b[1] - a[1]);
      const isByClass = work.about.grade === null && mode !== undefined;
      const about = isByClass && mode ? { ...work.about, grade: mode[0] } : work.about;
      return { ...work, about, gradeByClass: isByClass };
    });
  }
}
