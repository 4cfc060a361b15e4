import type { Day } from '@/lib/kernel/day';
import type { StudyMethod } from '@/lib/support/studies/study';

/** Where a cause of the dictionary comes from: risk profile, problem tree, the centre's own. */
export const CAUSE_FAMILIES = ['RISK', 'PROBLEM', 'OWN'] as const;
export type CauseFamily = (typeof CAUSE_FAMILIES)[number];

/** Significance of a cause in a case. */
export const CAUSE_WEIGHTS = ['HIGH', 'MIDDLE', 'LOW'] as const;
export type CauseWeight = (typeof CAUSE_WEIGHTS)[number];

/** A line of the municipality's dictionary. */
export type Cause = {
  readonly id: string;
  readonly family: CauseFamily;
  readonly position: number;
  readonly name: string;
  readonly signs: string;
  readonly isArchived: boolean;
  readonly version: number;
};

/** A held study that supports a cause. */
export type Confirmation = {
  readonly studyId: string;
  readonly method: StudyMethod;
  readonly day: Day;
  readonly heldBy: string;
};

/** A cause supposed in a case. */
export type CaseCause = {
  readonly id: string;
  readonly causeId: string;
  readonly family: CauseFamily;
  readonly name: string;
  readonly weight: CauseWeight;
  readonly source: StudyMethod | null;
  readonly note: string;
  readonly version: number;
  /** Newest first; empty: it is a hypothesis. */
  readonly confirmations: readonly Confirmation[];
};

/** How many causes a school usually works on at once («500+»: two to four). Advice, not a limit. */
export const USUAL_CAUSES = { min: 2, max: 4 } as const;

/** What is worth saying about how many are chosen; undefined: nothing. */
export function causeAdvice(chosen: number): string | undefined {
  if (chosen === 0) return undefined;
  if (chosen < USUAL_CAUSES.min) return 'Обычно выбирают 2–4 причины: одна редко объясняет результаты школы.';
  return chosen > USUAL_CAUSES.max
    ? `Выбрано причин: ${chosen}. Обычно работают с 2–4: оставьте главные, остальные подождут.`
    : undefined;
}

export const isConfirmed = ({ confirmations }: Pick<CaseCause, 'confirmations'>): boolean => confirmations.length > 0;
