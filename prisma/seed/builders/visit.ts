import type { Day } from '../../../lib/kernel/day';
import { newId } from '../../../lib/kernel/ids';
import type { ConsultationKind, Level } from '../../../lib/visits/consultation';
import type { RubricLine } from '../../../lib/visits/visit';
import type { Owner } from './owner-client';

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);

export type VisitPlan = {
  readonly municipalityId: string;
  readonly schoolId: string;
  readonly termId: string;
  readonly authorId: string;
  readonly on: Day;
  readonly object: string;
  readonly participants?: string;
  readonly protocol?: string;
  readonly rubricName?: string;
  readonly rubric?: readonly RubricLine[];
  readonly isPublished?: boolean;
  readonly actions?: readonly {
    readonly text: string;
    readonly due: Day;
    readonly responsible?: string;
    readonly doneOn?: Day;
    readonly doneNote?: string;
  }[];
};

/** A visit with what was agreed, laid past the scope of any viewer: on any day. */
export async function buildVisit(owner: Owner, plan: VisitPlan): Promise<{ readonly id: string }> {
  const id = newId();
  const { on, isPublished = false, actions = [], rubric = [], municipalityId, ...visit } = plan;
  await owner.visit.create({
    data: {
      ...{ ...visit, id, municipalityId, on: dateOf(on), rubric: rubric.map((line) => ({ ...line })) },
      publishedAt: isPublished ? dateOf(on) : null,
    },
  });
  await owner.visitAction.createMany({
    data: actions.map(({ due, doneOn, ...action }) => ({
      ...{ ...action, id: newId(), municipalityId, visitId: id, due: dateOf(due) },
      doneOn: doneOn ? dateOf(doneOn) : null,
    })),
  });
  return { id };
}

export type ConsultationPlan = {
  readonly municipalityId: string;
  readonly schoolId: string;
  readonly termId: string;
  readonly askedById: string;
  readonly askedOn: Day;
  readonly kind: ConsultationKind;
  readonly level: Level;
  readonly text: string;
  readonly taken?: { readonly by: string; readonly on: Day };
  readonly answered?: { readonly on: Day; readonly answer: string };
};

/** A request of a school with its way to the answer, laid past the scope of any viewer. */
export async function buildConsultation(owner: Owner, plan: ConsultationPlan): Promise<{ readonly id: string }> {
  const id = newId();
  const { askedOn, taken, answered, ...asked } = plan;
  await owner.consultation.create({
    data: {
      ...{ ...asked, id, askedOn: dateOf(askedOn), state: answered ? 'ANSWERED' : taken ? 'TAKEN' : 'ASKED' },
      ...(taken && { takenById: taken.by, takenOn: dateOf(taken.on) }),
      ...(answered && { answer: answered.answer, answeredOn: dateOf(answered.on) }),
    },
  });
  return { id };
}
