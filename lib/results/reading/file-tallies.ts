import type { Tally } from '@/lib/results/reading/reading';
import { type PupilRow, TallyBuilder } from '@/lib/results/reading/tally-builder';

type Group = {
  readonly school: number;
  readonly work: number;
  readonly builder: TallyBuilder;
  readonly seen: Set<string>;
};
type Whole = Partial<Pick<Tally, 'marks' | 'scores' | 'compared'>>;

const NOTHING = {
  absent: null,
  marks: null,
  scores: null,
  tests: null,
  journal: null,
  byMark: null,
  compared: null,
  tasks: null,
  classes: {},
};

/** Counts by school and work, made of pupils one by one or given whole. */
export class FileTallies {
  readonly #groups = new Map<string, Group>();
  readonly #whole = new Map<string, Tally>();

  /** One pupil, or somebody who was not there (null). */
  add(school: number, work: number, pupil: PupilRow | null): void {
    const { builder } = this.#group(school, work);
    if (pupil) builder.add(pupil);
    else builder.absent += 1;
  }

  /** Whether this pupil of the school is met for the first time; an empty key says nothing. */
  isNew(school: number, work: number, key: string): boolean {
    const { seen } = this.#group(school, work);
    if (key === '') return true;
    const { size } = seen;
    return seen.add(key).size > size;
  }

  /** Counts that the file gives itself; false when the school has them already. */
  give(school: number, work: number, participants: number, values: Whole): boolean {
    const key = `${work}/${school}`;
    if (this.#whole.has(key) || this.#groups.has(key)) return false;
    this.#whole.set(key, { school, work, participants, ...NOTHING, ...values });
    return true;
  }

  finished(): Tally[] {
    const maxima = new Map<number, Map<string, number>>();
    for (const { work, builder } of this.#groups.values()) {
      const known = maxima.get(work) ?? new Map<string, number>();
      for (const [code, { max }] of builder.tasks) known.set(code, Math.max(known.get(code) ?? 0, max));
      maxima.set(work, known);
    }
    const counted = [...this.#groups.values()].map(({ school, work, builder }) =>
      builder.tally(school, work, maxima.get(work) ?? new Map()),
    );
    return [...this.#whole.values(), ...counted];
  }

  #group(school: number, work: number): Group {
    const key = `${work}/${school}`;
    const group = this.#groups.get(key) ?? { school, work, builder: new TallyBuilder(), seen: new Set() };
    this.#groups.set(key, group);
    return group;
  }
}
