import type { Day } from '@/lib/kernel/day';
import { readTerm } from '@/lib/roadmaps/read-term';
import { lastDayOfTerm } from '@/lib/roadmaps/term';

export const ASSOCIATION_KINDS = ['DISTRICT', 'CITY', 'SCHOOL'] as const;
export type AssociationKind = (typeof ASSOCIATION_KINDS)[number];

/** РМО and ГМО are the municipality's, a ШМО is its school's. */
export const isMunicipal = (kind: AssociationKind): boolean => kind !== 'SCHOOL';

/** Last day of a term of a plan as people write it, in the months of its school year; null where it has none. */
export const dueOfTerm = (term: string, year: number): Day | null =>
  term.trim() === '' ? null : lastDayOfTerm(readTerm(term, { kind: 'school', year }));

/** `late`: its last day is over and nobody has said that it is done. */
export type PlanRowState = 'done' | 'late' | 'ahead';

export function planRowState(
  { due, doneOn }: { readonly due: Day | null; readonly doneOn: Day | null },
  today: Day,
): PlanRowState {
  if (doneOn !== null) return 'done';
  return due !== null && due < today ? 'late' : 'ahead';
}

/** What a meeting decided, and till when, as written. */
export type Decision = { readonly text: string; readonly term: string };

/** Who keeps an association: the centre any, a school its own ШМО. The database holds the same rule. */
export const keepsAssociation = (
  viewer: { readonly role: string; readonly schoolId: string | null },
  { kind, schoolId }: { readonly kind: AssociationKind; readonly schoolId: string | null },
): boolean =>
  viewer.role === 'CENTRE' ||
  (viewer.role.startsWith('SCHOOL_') && kind === 'SCHOOL' && schoolId !== null && schoolId === viewer.schoolId);
