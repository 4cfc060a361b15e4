import type { Chance } from '@/prisma/seed/demo/chance';
import { maxScoreOf, type Paper } from '@/scripts/detectors/paper';
import { addPoints, type Pupil, type School, type Work, type WorkKey } from '@/scripts/detectors/region';

/**
 * What may be done to results, each with a strength from 0 (nothing) to 1. One parallel is touched, in both subjects: it
 * is one teacher's class in grade 4 and one school day in grade 5.
 */
export const MANIPULATIONS = ['spike', 'raised', 'hard', 'shuffled', 'fall', 'rise'] as const;
export type Manipulation = (typeof MANIPULATIONS)[number];

export interface Manipulated {
  readonly school: School;
  /** Works whose results or marks are not honest. */
  readonly touched: readonly WorkKey[];
}

const PARALLELS = [
  ['ru4', 'ma4'],
  ['ru5', 'ma5'],
] as const;
/** How far below a border a work may be and still be lifted to it. */
const REACH = 5;

/**
 * The school after it; the one given stays as it was. `touched` is empty where nothing could be done: a spike needs enough
 * pupils just below a border.
 */
export function manipulate(chance: Chance, school: School, what: Manipulation, strength: number): Manipulated {
  const parallel =
    what === 'fall' ? (['ru4before', 'ma4before'] as const) : what === 'rise' ? PARALLELS[1] : chance.pick(PARALLELS);
  const works = { ...school.works };
  const touched: WorkKey[] = [];
  for (const key of parallel) {
    const work = touch(chance, works[key], what, strength);
    if (!work) continue;
    works[key] = work;
    touched.push(key);
  }
  return { school: { ...school, works }, touched };
}

function touch(chance: Chance, work: Work, what: Manipulation, strength: number): Work | null {
  if (what === 'spike') return liftToBorder(chance, work, strength);
  if (what === 'shuffled') return shuffleJournal(chance, work, strength);
  return { ...work, pupils: work.pupils.map((pupil) => hinted(chance, work.paper, pupil, strength, what === 'hard')) };
}

/**
 * A spike: this share of the participants is lifted to a border, any of those that have so many at most REACH below it,
 * the nearest first. Null where no border has.
 */
function liftToBorder(chance: Chance, work: Work, share: number): Work | null {
  const { three, four, five } = work.paper;
  const wanted = Math.max(1, Math.round(share * work.pupils.length));
  const possible = [three, four, five].flatMap((border) => {
    const below = work.pupils
      .map((pupil, i) => ({ i, short: border - pupil.score }))
      .filter(({ short }) => short >= 1 && short <= REACH)
      .sort((a, b) => a.short - b.short);
    return below.length < wanted ? [] : [{ border, lifted: new Set(below.slice(0, wanted).map(({ i }) => i)) }];
  });
  if (possible.length === 0) return null;
  const { border, lifted } = chance.pick(possible);
  return {
    ...work,
    pupils: work.pupils.map((pupil, i) => {
      if (!lifted.has(i)) return pupil;
      const points = [...pupil.points];
      const added = addPoints(chance, work.paper, points, border - pupil.score + (chance.happens(0.25) ? 1 : 0));
      return { ...pupil, points, score: pupil.score + added };
    }),
  };
}

/** Hints: this share of the points a pupil had lost is given to him; of advanced tasks only, where only those were told. */
function hinted(chance: Chance, paper: Paper, pupil: Pupil, share: number, onlyAdvanced: boolean): Pupil {
  const points = pupil.points.map((got, i) => {
    const task = paper.tasks[i];
    if (!task || (onlyAdvanced && !task.isAdvanced)) return got;
    let given = 0;
    for (let lost = got; lost < task.maxScore; lost += 1) if (chance.happens(share)) given += 1;
    return got + given;
  });
  const gained = points.reduce((sum, point, i) => sum + point - (pupil.points[i] ?? 0), 0);
  return { ...pupil, points, score: Math.min(maxScoreOf(paper), pupil.score + gained) };
}

/** Journal marks of this share of the pupils are dealt out among them anew, whatever they know. */
function shuffleJournal(chance: Chance, work: Work, share: number): Work {
  const dealt = work.pupils.flatMap((_, i) => (chance.happens(share) ? [i] : []));
  const marks = dealt.map((i) => work.pupils[i]?.journal ?? 3);
  for (let i = marks.length - 1; i > 0; i -= 1) {
    const j = chance.integer(0, i);
    [marks[i], marks[j]] = [marks[j] ?? 3, marks[i] ?? 3];
  }
  const journal = new Map(dealt.map((i, place) => [i, marks[place] ?? 3]));
  return { ...work, pupils: work.pupils.map((pupil, i) => ({ ...pupil, journal: journal.get(i) ?? pupil.journal })) };
}
