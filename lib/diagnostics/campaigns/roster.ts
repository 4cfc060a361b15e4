import { applicableItems, type CompiledMethod } from '@/lib/methodology/compiled-method';

/** A school of the register with what is recorded for the campaign's year, if anything is. */
export type RegisterSchool = {
  readonly id: string;
  readonly shortName: string;
  readonly kind: string;
  readonly grades: readonly number[];
  /** ISO date on which it stopped to exist. */
  readonly closedOn: string | null;
  readonly year: { readonly kind: string; readonly grades: readonly number[] } | null;
};

export type RosterRow<School extends RegisterSchool> = {
  readonly school: School;
  readonly kind: string;
  readonly grades: readonly number[];
  /** How many items the method asks of this school. */
  readonly applicable: number;
};

/** Whether a school still works on a day (ISO date): one closed on that very day does not. */
export const worksOn = (school: Pick<RegisterSchool, 'closedOn'>, day: string): boolean =>
  school.closedOn === null || school.closedOn > day;

/**
 * One school as a campaign takes it: kind and grades of the school year, else those of the register. What is counted
 * here is frozen with the roster at opening, so a later reorganisation does not change who was asked what.
 */
export function rosterRow<School extends RegisterSchool>(
  compiled: CompiledMethod,
  held: readonly string[],
  school: School,
): RosterRow<School> {
  const { kind, grades } = school.year ?? school;
  const applicable = applicableItems(compiled, { kind, grades, held }).filter(Boolean).length;
  return { school, kind, grades, applicable };
}
