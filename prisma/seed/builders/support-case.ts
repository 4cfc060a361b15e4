import { newId } from '../../../lib/kernel/ids';
import type { Audience, CaseStatus, CaseStep } from '../../../lib/support/cases/case-moves';
import type { CauseWeight } from '../../../lib/support/causes/cause';
import type { StudyMethod, StudyState } from '../../../lib/support/studies/study';
import type { Owner } from './owner-client';

type Place = { readonly municipalityId: string; readonly schoolId: string; readonly authorId: string };

export type CasePlan = Place & {
  readonly year: number;
  readonly status?: CaseStatus;
  readonly ground: string;
  readonly listId?: string;
  readonly previousId?: string;
  readonly openedAt: Date;
  readonly crisis?: { readonly since: Date; readonly reason: string };
  readonly decision?: { readonly grounds: string; readonly order: string };
  /** After the opening. */
  readonly steps?: readonly {
    readonly step: CaseStep;
    readonly text: string;
    readonly at: Date;
    readonly audience?: Audience;
  }[];
  /** Names of the municipality's dictionary. */
  readonly causes?: readonly {
    readonly name: string;
    readonly weight: CauseWeight;
    readonly source?: StudyMethod;
    readonly note?: string;
  }[];
};

export type BuiltCase = { readonly id: string; readonly causeIds: readonly string[] };

/** A case with its history and causes, laid past the scope of any viewer: of any day, in any status. */
export async function buildSupportCase(owner: Owner, plan: CasePlan): Promise<BuiltCase> {
  const id = newId();
  const { municipalityId, schoolId, authorId, year, ground, crisis, decision, steps = [], causes = [] } = plan;
  const place = { municipalityId, schoolId, caseId: id };
  await owner.supportCase.create({
    data: {
      ...{ id, municipalityId, schoolId, year, ground, status: plan.status ?? 'OPEN', listId: plan.listId ?? null },
      previousId: plan.previousId ?? null,
      ...(crisis && { crisisSince: crisis.since, crisisReason: crisis.reason, crisisById: authorId }),
      ...(decision && { decisionGrounds: decision.grounds, decisionOrder: decision.order }),
      ...{ createdById: authorId, createdAt: plan.openedAt, updatedAt: steps.at(-1)?.at ?? plan.openedAt },
    },
  });
  const opened = { step: 'OPENED' as const, text: ground, at: plan.openedAt };
  await owner.supportEvent.createMany({
    data: [opened, ...steps].map((step) => ({ ...step, ...place, id: newId(), authorId })),
  });
  const dictionary = await owner.cause.findMany({ where: { municipalityId }, select: { id: true, name: true } });
  const rows = causes.map(({ name, weight, source = null, note = '' }) => {
    const cause = dictionary.find((one) => one.name === name);
    if (!cause) throw new Error(`no cause «${name}»`);
    return {
      ...place,
      id: newId(),
      causeId: cause.id,
      weight,
      source,
      note,
      addedById: authorId,
      addedAt: plan.openedAt,
    };
  });
  await owner.caseCause.createMany({ data: rows });
  return { id, causeIds: rows.map((row) => row.id) };
}

export type StudyPlan = Place & {
  readonly year: number;
  readonly method: StudyMethod;
  readonly state: StudyState;
  readonly day: Date;
  readonly surveyId?: string;
  readonly heldBy?: string;
  readonly object?: string;
  readonly participants?: string;
  readonly headcount?: number;
  readonly documents?: readonly string[];
  readonly conclusion?: string;
  /** Causes of the case that it supports, by id. */
  readonly supports?: readonly string[];
  readonly agreements?: readonly { readonly text: string; readonly due: Date; readonly doneAt?: Date }[];
  readonly links?: readonly { readonly title: string; readonly url: string }[];
};

/** A study with what it supports, what was agreed and its links. */
export async function buildStudy(owner: Owner, plan: StudyPlan): Promise<{ readonly id: string }> {
  const id = newId();
  const { supports = [], agreements = [], links = [], documents = [], authorId, ...row } = plan;
  const { municipalityId, schoolId } = row;
  await owner.study.create({
    data: { ...row, id, documents: [...documents], createdById: authorId, createdAt: plan.day, updatedAt: plan.day },
  });
  await owner.studyCause.createMany({
    data: supports.map((caseCauseId) => ({ municipalityId, studyId: id, caseCauseId })),
  });
  const place = { municipalityId, schoolId, studyId: id, addedById: authorId };
  await owner.studyAgreement.createMany({ data: agreements.map((one) => ({ ...one, ...place, id: newId() })) });
  await owner.studyFile.createMany({ data: links.map((one) => ({ ...one, ...place, id: newId() })) });
  return { id };
}
