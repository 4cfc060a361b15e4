import { Chance } from '../demo/chance';

/** A school as exam files name it. */
export type ExamSchool = {
  /** Six digits of the ФИС ОКО login. */
  readonly number: string;
  /** Code of ГИА. */
  readonly code: string;
  readonly name: string;
  /** How many pupils wrote; `each` of the work where it is not said. */
  readonly size?: number;
  /** How far its pupils stand from the mean of the work, in its deviations; a chance where it is not said. */
  readonly level?: number;
};

/** An invented pupil and his paper. */
export type ExamPupil = {
  readonly school: ExamSchool;
  readonly code: string;
  readonly className: string;
  readonly surname: string;
  readonly name: string;
  readonly document: string;
  readonly isAbsent: boolean;
  readonly journal: number;
  /** Points by task; the score is their sum. */
  readonly points: readonly number[];
};

/** Largest points of each task of a paper, and where real results lie (handbook §8). */
export type Paper = { readonly tasks: readonly number[]; readonly mean: number; readonly sd: number };

export const MATH_4: Paper = { tasks: [1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 2, 2, 1, 1, 2], mean: 12, sd: 3.8 };
export const RUSSIAN_4: Paper = { tasks: [4, 3, 3, 3, 3, 3, 3, 2, 2, 3, 3, 2, 2, 1, 1], mean: 24.7, sd: 7.7 };
export const RUSSIAN_5: Paper = { tasks: [9, 12, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1], mean: 26.1, sd: 9.7 };
export const MATH_5: Paper = { tasks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 1], mean: 11, sd: 3.9 };

const SURNAMES = ['Озёров', 'Полевая', 'Ручьёв', 'Лесная', 'Камышов', 'Берегова', 'Тропинин', 'Снегирёва'];
const NAMES = ['Тихон', 'Варвара', 'Глеб', 'Агния', 'Лев', 'Ия', 'Марк', 'Ева'];

/** A number around the mean: the sum of twelve even ones has the deviation 1. */
const around = (roll: () => number, mean: number, sd: number): number => {
  let sum = -6;
  for (let k = 0; k < 12; k += 1) sum += roll();
  return mean + sum * sd;
};

/** Pupils of a work, school by school; about one in fifteen was not there. */
export function examPupils(seed: number, schools: readonly ExamSchool[], paper: Paper, each: number): ExamPupil[] {
  const chance = new Chance(seed);
  const roll = () => chance.next();
  const most = paper.tasks.reduce((sum, max) => sum + max, 0);
  return schools.flatMap((school, place) => {
    const chanced = (roll() - 0.5) * paper.sd * 0.8;
    const shift = school.level === undefined ? chanced : school.level * paper.sd;
    return Array.from({ length: school.size ?? each }, (_, index): ExamPupil => {
      const score = Math.round(Math.min(most, Math.max(0, around(roll, paper.mean + shift, paper.sd))));
      const journal = Math.min(5, Math.max(2, Math.round(2 + (3 * score) / most + (roll() - 0.5))));
      return {
        school,
        code: String(50_001 + index),
        className: ['А', 'Б', 'В'][index % 3] ?? 'А',
        surname: SURNAMES[Math.floor(roll() * SURNAMES.length)] ?? '',
        name: NAMES[Math.floor(roll() * NAMES.length)] ?? '',
        document: String(900_000 + place * 1_000 + index),
        isAbsent: roll() < 1 / 15,
        journal,
        points: spread(roll, score, paper.tasks),
      };
    });
  });
}

/** A score laid out over the tasks, none above its largest. */
function spread(roll: () => number, score: number, tasks: readonly number[]): number[] {
  const points = tasks.map(() => 0);
  for (let left = score; left > 0; ) {
    const at = Math.floor(roll() * tasks.length);
    const free = (tasks[at] ?? 0) - (points[at] ?? 0);
    const place = free > 0 ? at : points.findIndex((got, index) => got < (tasks[index] ?? 0));
    if (place < 0) break;
    points[place] = (points[place] ?? 0) + 1;
    left -= 1;
  }
  return points;
}

export const scoreOf = ({ points }: Pick<ExamPupil, 'points'>): number => points.reduce((sum, got) => sum + got, 0);

/** Invented schools: «СШ № 1» and so on, with logins and codes that are nobody's. */
export const examSchools = (count: number): ExamSchool[] =>
  Array.from({ length: count }, (_, index) => ({
    number: String(990_001 + index),
    code: String(1_001 + index),
    name: `МБОУ «Средняя школа № ${index + 1}»`,
  }));
