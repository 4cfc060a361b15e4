import { comparisonOf } from '@/lib/objectivity/school-signs';
import { Chance } from '@/prisma/seed/demo/chance';
import { evidenceOf, PLANS } from '@/scripts/detectors/evidence-of';
import { MANIPULATIONS, type Manipulation, manipulate } from '@/scripts/detectors/manipulate';
import { makeRegion, type School, type Tails, WORKS } from '@/scripts/detectors/region';
import { marksOf, type SignName } from '@/scripts/detectors/signs-of';

/** Bands by the school's largest work of the year: below 8 no work has eight participants. */
export const BANDS = ['<8', '8–19', '20–49', '≥50'] as const;
export type Band = (typeof BANDS)[number];

export function bandOf(school: School): Band {
  const n = Math.max(...WORKS.map((key) => school.works[key].pupils.length));
  return n < 8 ? '<8' : n < 20 ? '8–19' : n < 50 ? '20–49' : '≥50';
}

/** Strengths the curves are drawn over. What each means stands beside the manipulation. */
export const STRENGTHS: Readonly<Record<Manipulation, readonly number[]>> = {
  spike: [0.1, 0.2, 0.3, 0.4],
  raised: [0.2, 0.3, 0.4, 0.5, 0.6],
  hard: [0.1, 0.2, 0.3, 0.5],
  shuffled: [0.25, 0.5, 0.75, 1],
  fall: [0.2, 0.3, 0.4, 0.5, 0.6],
  rise: [0.2, 0.3, 0.4, 0.5, 0.6],
};

/** How often out of how many. */
export interface Count {
  readonly hits: number;
  readonly of: number;
}

export interface Plan {
  readonly seed: number;
  readonly regions: number;
  /** Schools of a region: what they are compared with is made of them. */
  readonly schools: number;
  /** Share of schools of the region that are manipulated, in all ways and strengths in turn. */
  readonly share: number;
  readonly strengths: Readonly<Record<Manipulation, readonly number[]>>;
  readonly tails?: Tails;
}

export class Measured {
  private readonly counts = new Map<string, { hits: number; of: number }>();
  add(marks: ReadonlySet<string>, names: readonly SignName[], ...about: readonly (string | number)[]): void {
    for (const name of names) {
      const key = [...about, name].join('|');
      const count = this.counts.get(key) ?? { hits: 0, of: 0 };
      count.of += 1;
      if (marks.has(name)) count.hits += 1;
      this.counts.set(key, count);
    }
  }
  get(...key: readonly (string | number)[]): Count {
    return this.counts.get(key.join('|')) ?? { hits: 0, of: 0 };
  }
}

/**
 * Makes regions, spoils a share of their schools so that the comparison itself is spoilt as in life, and counts the marks
 * of every honest school as it is («clean», «profile» for лицеи and гимназии) and after each manipulation.
 */
export function measure(
  { seed, regions, schools, share, strengths, tails }: Plan,
  names: readonly SignName[],
): Measured {
  const measured = new Measured();
  for (let region = 0; region < regions; region += 1) {
    const chance = new Chance(seed + 7919 * region);
    const honest = makeRegion(chance, schools, tails);
    const all = MANIPULATIONS.flatMap((what) => strengths[what].map((strength) => ({ what, strength })));
    const spoiling = MANIPULATIONS.flatMap((what) => STRENGTHS[what].map((strength) => ({ what, strength })));
    const mixed = honest.map((school) => {
      if (!chance.happens(share)) return evidenceOf(school);
      const { what, strength } = chance.pick(spoiling);
      return evidenceOf(manipulate(chance, school, what, strength).school);
    });
    const compared = comparisonOf(mixed, PLANS);
    for (const school of honest) {
      const band = bandOf(school);
      measured.add(marksOf(evidenceOf(school), compared), names, school.isProfile ? 'profile' : 'clean', band);
      for (const { what, strength } of all) {
        const done = manipulate(chance, school, what, strength);
        if (done.touched.length === 0) continue;
        measured.add(marksOf(evidenceOf(done.school), compared), names, what, strength, band);
      }
    }
  }
  return measured;
}
