import type { Tally } from '@/lib/results/reading/reading';
import type { TaskPoint } from '@/lib/results/reading/task-strings';

/** One pupil's row between the cell and the count; it is never kept. */
export type PupilRow = {
  readonly journal: number | null;
  readonly score: number | null;
  readonly test: number | null;
  readonly mark: number | null;
  readonly tasks: readonly TaskPoint[];
  readonly className: string;
};

const markIndex = (mark: number | null) => (mark === null ? -1 : [2, 3, 4, 5].indexOf(mark));

const add = (counts: number[], at: number, by = 1): void => {
  while (counts.length <= at) counts.push(0);
  counts[at] = (counts[at] ?? 0) + by;
};

/** Adds pupils up as they come: only counts stay. */
export class TallyBuilder {
  participants = 0;
  absent = 0;
  readonly #marks = [0, 0, 0, 0];
  readonly #scores: number[] = [];
  readonly #tests: number[] = [];
  readonly #journal: number[][] = [[], [], [], []];
  readonly #byMark: number[][] = [[], [], [], []];
  readonly #tasks = new Map<string, { max: number; gained: number; attempted: number }>();
  readonly #classes = new Map<string, number>();

  add(row: PupilRow): void {
    this.participants += 1;
    const mark = markIndex(row.mark);
    const journal = markIndex(row.journal);
    if (mark >= 0) add(this.#marks, mark);
    if (row.test !== null) add(this.#tests, row.test);
    if (row.score !== null) {
      add(this.#scores, row.score);
      const byJournal = this.#journal[journal];
      if (byJournal) add(byJournal, row.score);
      const byMark = this.#byMark[mark];
      if (byMark) add(byMark, row.score);
    }
    for (const { code, got, max } of row.tasks) {
      const known = this.#tasks.get(code);
      if (!known) this.#tasks.set(code, { max: Math.max(max, got), gained: got, attempted: 1 });
      else {
        known.max = Math.max(known.max, max, got);
        known.gained += got;
        known.attempted += 1;
      }
    }
    if (row.className !== '') this.#classes.set(row.className, (this.#classes.get(row.className) ?? 0) + 1);
  }

  /** Largest score seen in each task, so that all schools of a work share it. */
  get tasks(): ReadonlyMap<string, { max: number; gained: number; attempted: number }> {
    return this.#tasks;
  }

  tally(school: number, work: number, taskMaxima: ReadonlyMap<string, number>): Tally {
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    const any = (rows: readonly number[][]) => rows.some((row) => row.length > 0);
    const square = (rows: readonly number[][]) => rows.map((row) => [...row]);
    return {
      school,
      work,
      participants: this.participants,
      absent: this.absent,
      marks: sum(this.#marks) > 0 ? [...this.#marks] : null,
      scores: this.#scores.length > 0 ? [...this.#scores] : null,
      tests: this.#tests.length > 0 ? [...this.#tests] : null,
      journal: any(this.#journal) ? square(this.#journal) : null,
      byMark: any(this.#byMark) ? square(this.#byMark) : null,
      compared: null,
      tasks:
        this.#tasks.size > 0
          ? [...this.#tasks].map(([code, { gained, attempted }]) => ({
              code,
              max: taskMaxima.get(code) ?? 0,
              gained,
              attempted,
            }))
          : null,
      classes: Object.fromEntries(this.#classes),
    };
  }
}
