import type { Day } from '@/lib/kernel/day';
import type { SchoolContext, SchoolKind, SchoolPlace } from '@/lib/schools/codes';

/** A school of the register as it is today. */
export type School = {
  readonly id: string;
  readonly municipalityId: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: SchoolKind;
  readonly place: SchoolPlace;
  /** Ascending, 1–11. */
  readonly grades: readonly number[];
  readonly pupils: number | null;
  readonly contexts: readonly SchoolContext[];
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly closedOn: Day | null;
  readonly successorId: string | null;
  readonly version: number;
};

/** What a person enters about a school; the rest is the register's own. */
export type NewSchool = Pick<
  School,
  'code' | 'name' | 'shortName' | 'kind' | 'place' | 'grades' | 'pupils' | 'contexts' | 'address' | 'phone' | 'email'
>;

/** Levels of general education by the federal law on education: НОО, ООО, СОО. */
export const LEVELS = ['PRIMARY', 'BASIC', 'SECONDARY'] as const;
export type Level = (typeof LEVELS)[number];

const GRADES_OF: Record<Level, readonly [first: number, last: number]> = {
  PRIMARY: [1, 4],
  BASIC: [5, 9],
  SECONDARY: [10, 11],
};

export const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** The levels a school teaches, from the grades it has: any grade of 1–4 is НОО, of 5–9 ООО, of 10–11 СОО. */
export function levelsOf(grades: readonly number[]): readonly Level[] {
  return LEVELS.filter((level) => {
    const [first, last] = GRADES_OF[level];
    return grades.some((grade) => grade >= first && grade <= last);
  });
}

/** The last grade a kind of school may have. */
const LAST_GRADE: Record<SchoolKind, number> = { PRIMARY: 4, BASIC: 9, SECONDARY: 11, GYMNASIUM: 11, LYCEUM: 11 };

/** What is wrong with the grades of a school of this kind, in Russian; undefined when nothing is. */
export function gradesProblem(kind: SchoolKind, grades: readonly number[]): string | undefined {
  if (grades.length === 0) return 'Отметьте хотя бы один класс.';
  const last = LAST_GRADE[kind];
  if (grades.some((grade) => grade > last)) {
    return kind === 'PRIMARY'
      ? 'В начальной школе классы с 1 по 4. Снимите лишние или измените вид школы.'
      : 'В основной школе классы с 1 по 9. Снимите лишние или измените вид школы.';
  }
  return undefined;
}
