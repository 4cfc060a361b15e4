import type { Chance } from '@/prisma/seed/demo/chance';
import { PAPERS, type Paper } from '@/scripts/detectors/paper';

/**
 * A synthetic territory in one school year, pupil by pupil, in memory only: abilities, scores task by task, journal marks.
 * Nobody cheats here; lib/objectivity sees only the counts that `resultsOf` makes of it.
 */
export interface School {
  readonly id: string;
  /** Лицей, гимназия, углублённое изучение: raised results are expected. */
  readonly isProfile: boolean;
  readonly works: Record<WorkKey, Work>;
}

/** Works of the year, and of the year before: those of grade 4 by the parallel that is now in grade 5. */
export const WORKS = ['ru4', 'ma4', 'ru5', 'ma5', 'ogeru', 'ogema', 'ru4before', 'ma4before'] as const;
export type WorkKey = (typeof WORKS)[number];

export interface Work {
  readonly paper: Paper;
  readonly pupils: readonly Pupil[];
}

export interface Pupil {
  /** Points by task, in the order of the paper. */
  readonly points: readonly number[];
  readonly score: number;
  /** Mark in the journal, 2…5. */
  readonly journal: number;
}

/**
 * Deviations between schools, in deviations of pupils of one school: chosen so that the federal sign А fires about as
 * often as in the real region (a seventh of schools by one procedure, 29 % by any of four), see docs/detectors.md.
 */
const BETWEEN = {
  school: 0.25,
  subject: 0.1,
  parallel: 0.14,
  work: 0.14,
  kindness: 0.7,
  journal: 0.25,
  journalNoise: 0.36,
};
const PROFILE = { share: 0.07, lift: 0.5, leastPupils: 25 };
/** Share of a pupil's ability that a year changes, and share of pupils who come and go. */
const YEAR = { change: 0.3, moved: 0.06 };
/** Ability in one subject apart from ability in general. */
const OWN_SUBJECT = 0.45;

/** How a school's own effects are spread: `normal`, or with heavy tails (Student's t of 5, the same variance). */
export type Tails = 'normal' | 'heavy';

export function makeRegion(chance: Chance, schools: number, tails: Tails = 'normal'): School[] {
  return Array.from({ length: schools }, (_, i) => makeSchool(chance, `s${i}`, tails));
}

/** Sizes of parallels of the real region: quartiles 10, 22, 57. */
export function parallelSize(chance: Chance): number {
  return Math.max(1, Math.min(300, Math.round(23 * Math.exp(1.29 * normal(chance)))));
}

export function makeSchool(chance: Chance, id: string, tails: Tails = 'normal', size = parallelSize(chance)): School {
  const effect = () => (tails === 'heavy' ? heavy(chance) : normal(chance));
  const isProfile = size >= PROFILE.leastPupils && chance.happens(PROFILE.share);
  const level = BETWEEN.school * effect() + (isProfile ? PROFILE.lift : 0);
  const subjects = { russian: BETWEEN.subject * effect(), math: BETWEEN.subject * effect() };
  const kindness = Math.exp(BETWEEN.kindness * effect());
  const strictness = BETWEEN.journal * effect();
  const around = () => Math.max(1, Math.round(size * Math.exp(0.12 * normal(chance))));

  const parallel = (pupils: number) => {
    const shift = level + BETWEEN.parallel * effect();
    return Array.from({ length: pupils }, () => ({
      general: shift + Math.sqrt(1 - OWN_SUBJECT ** 2) * normal(chance),
      russian: OWN_SUBJECT * normal(chance),
      math: OWN_SUBJECT * normal(chance),
    }));
  };
  const grown = (before: ReturnType<typeof parallel>) =>
    before.map((child) => {
      if (chance.happens(YEAR.moved)) return parallel(1)[0] ?? child;
      const keep = Math.sqrt(1 - YEAR.change ** 2);
      return { ...child, russian: child.russian * keep + YEAR.change * OWN_SUBJECT * normal(chance) };
    });

  const write = (paper: Paper, children: ReturnType<typeof parallel>): Work => {
    const shift = subjects[paper.subject] + BETWEEN.work * effect();
    return {
      paper,
      pupils: children.map((child) => {
        const ability = child.general + child[paper.subject];
        const day = 0.25 * normal(chance);
        const points = paper.tasks.map((task) => {
          const logit = paper.steepness * (ability + shift + day) + paper.ease + task.ease;
          return solved(chance, task.maxScore, 1 / (1 + Math.exp(-logit)));
        });
        const raw = points.reduce((sum, point) => sum + point, 0);
        const score = readKindly(chance, paper, points, raw, kindness);
        const shown = ability + subjects[paper.subject] - strictness + BETWEEN.journalNoise * normal(chance);
        return { points, score, journal: 2 + paper.journal.filter((from) => shown >= from).length };
      }),
    };
  };

  const fourth = parallel(around());
  const fifthBefore = parallel(around());
  const fifth = grown(fifthBefore);
  const ninth = parallel(around());
  return {
    id,
    isProfile,
    works: {
      ru4: write(PAPERS.ru4, fourth),
      ma4: write(PAPERS.ma4, fourth),
      ru5: write(PAPERS.ru5, fifth),
      ma5: write(PAPERS.ma5, fifth),
      ogeru: write(PAPERS.ogeru, ninth),
      ogema: write(PAPERS.ogema, ninth),
      ru4before: write(PAPERS.ru4, fifthBefore),
      ma4before: write(PAPERS.ma4, fifthBefore),
    },
  };
}

function solved(chance: Chance, maxScore: number, probability: number): number {
  let points = 0;
  for (let i = 0; i < maxScore; i += 1) if (chance.next() < probability) points += 1;
  return points;
}

const BY_DISTANCE = [1, 0.55, 0.3];

/** The pile-up at «3» that every territory has: works one to three points short are often read up to the border. */
function readKindly(chance: Chance, paper: Paper, points: number[], raw: number, kindness: number): number {
  const short = paper.three - raw;
  if (short < 1 || short > 3) return raw;
  const odds = (paper.kindness / (1 - paper.kindness)) * kindness * (BY_DISTANCE[short - 1] ?? 0);
  if (paper.kindness === 0 || !chance.happens(odds / (1 + odds))) return raw;
  return raw + addPoints(chance, paper, points, short + (chance.happens(0.3) ? 1 : 0));
}

/** Adds points to tasks not wholly solved, at random; returns how many found room. */
export function addPoints(chance: Chance, paper: Paper, points: number[], wanted: number): number {
  let added = 0;
  while (added < wanted) {
    const open = paper.tasks.flatMap((task, i) => ((points[i] ?? 0) < task.maxScore ? [i] : []));
    if (open.length === 0) break;
    const task = chance.pick(open);
    points[task] = (points[task] ?? 0) + 1;
    added += 1;
  }
  return added;
}

/** Standard normal (Box and Muller). */
export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
}

/** Student's t of five degrees of freedom, scaled to variance 1. */
function heavy(chance: Chance): number {
  let squares = 0;
  for (let i = 0; i < 5; i += 1) squares += normal(chance) ** 2;
  return (normal(chance) / Math.sqrt(squares / 5)) * Math.sqrt(3 / 5);
}
