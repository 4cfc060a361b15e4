import type { EventForm, EventStatus } from '@/lib/events/event';

/** Events of one form in a school year, counted by state; what was called off is no part of the plan. */
export type FormCount = { readonly formId: string; readonly status: EventStatus; readonly events: number };

/** A form with a norm: how many a year should have, are planned in all, and have been held. */
export type PlanAndFact = {
  readonly form: EventForm;
  readonly min: number;
  readonly max: number;
  readonly plan: number;
  readonly fact: number;
  /** The year's norm is held already; can be by the plan; the plan is too small for it. */
  readonly outlook: 'HELD' | 'PLANNED' | 'SHORT';
};

/** Plan and fact of every form that has a norm, in the order of the dictionary. */
export function planAndFact(forms: readonly EventForm[], counts: readonly FormCount[]): readonly PlanAndFact[] {
  return forms.flatMap((form) => {
    if (form.normMin === null) return [];
    const of = (status: EventStatus) =>
      counts
        .filter((one) => one.formId === form.id && one.status === status)
        .reduce((sum, { events }) => sum + events, 0);
    const fact = of('HELD');
    const plan = fact + of('PLANNED');
    const min = form.normMin;
    const outlook = fact >= min ? 'HELD' : plan >= min ? 'PLANNED' : 'SHORT';
    return [{ form, min, max: form.normMax ?? min, plan, fact, outlook }];
  });
}
