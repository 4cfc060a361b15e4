import type { Day } from '../../../lib/kernel/day';
import { newId } from '../../../lib/kernel/ids';
import type { MentoringPair, Model, WorkKind, WorkSide } from '../../../lib/partnerships/partnership';
import type { PartnershipState } from '../../../lib/partnerships/partnership-moves';
import type { Owner } from './owner-client';

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);

type Step = {
  readonly to: PartnershipState;
  readonly text?: string;
  readonly side: string;
  readonly by: string;
  readonly at: Date;
};

export type PartnershipPlan = {
  readonly municipalityId: string;
  readonly year: number;
  readonly school: { readonly id: string; readonly shortName: string };
  readonly partner:
    | { readonly id: string; readonly shortName: string }
    | { readonly organisationId: string; readonly shortName: string };
  readonly model?: Model;
  readonly theme?: string;
  readonly ask: string;
  readonly authorId: string;
  readonly agreement?: { readonly number: string; readonly date: Day; readonly ends?: Day };
  readonly ground?: { readonly score: number; readonly reasons: readonly string[]; readonly others: readonly string[] };
  /** From the question to the partner on; none: only proposed. */
  readonly steps?: readonly Step[];
  readonly lines?: readonly {
    readonly text: string;
    readonly term?: string;
    readonly due?: Day;
    readonly doneOn?: Day;
  }[];
  readonly works?: readonly {
    readonly kind: WorkKind;
    readonly at: WorkSide;
    readonly on: Day;
    readonly subject?: string;
    readonly grade?: number;
    readonly theme: string;
    readonly participants?: string;
    readonly discussion?: string;
    readonly taken?: string;
  }[];
};

/** A partnership with its history, laid past the scope of any viewer: at any day, in any state. */
export async function buildPartnership(owner: Owner, plan: PartnershipPlan): Promise<{ readonly id: string }> {
  const id = newId();
  const { municipalityId, school, partner, authorId, agreement, ground, steps = [], lines = [], works = [] } = plan;
  const last = steps.at(-1);
  const here = { municipalityId, partnershipId: id };
  await owner.partnership.create({
    data: {
      ...{ id, municipalityId, year: plan.year, schoolId: school.id, schoolName: school.shortName },
      ...('id' in partner ? { partnerSchoolId: partner.id } : { organisationId: partner.organisationId }),
      ...{ partnerName: partner.shortName, model: plan.model ?? 'INTERSCHOOL', theme: plan.theme ?? '', ask: plan.ask },
      ...(agreement && {
        ...{ agreementNumber: agreement.number, agreementDate: dateOf(agreement.date), starts: dateOf(agreement.date) },
        ...{
          parties: `${school.shortName} и ${partner.shortName}`,
          ends: agreement.ends ? dateOf(agreement.ends) : null,
        },
      }),
      ...{ createdById: authorId, version: steps.length + 1 },
      ...(last && { state: last.to, updatedAt: last.at }),
    },
  });
  if (ground)
    await owner.partnershipGround.create({
      data: { ...here, score: ground.score, reasons: [...ground.reasons], others: [...ground.others] },
    });
  await owner.partnershipEvent.createMany({
    data: steps.map(({ to, text = '', side, by, at }, index) => ({
      ...{ ...here, id: newId(), from: steps[index - 1]?.to ?? 'PROPOSED', to, text, side, authorId: by, at },
    })),
  });
  await owner.partnershipLine.createMany({
    data: lines.map(({ text, term = '', due, doneOn }) => ({
      ...{ ...here, id: newId(), text, term, createdById: authorId },
      ...{ due: due ? dateOf(due) : null, doneOn: doneOn ? dateOf(doneOn) : null },
    })),
  });
  await owner.jointWork.createMany({
    data: works.map(({ on, ...work }) => ({
      ...{ ...work, ...here, id: newId(), on: dateOf(on), side: school.shortName, authorId },
    })),
  });
  return { id };
}

/** A mentoring pair, laid past the scope of any viewer. */
export async function buildPair(
  owner: Owner,
  {
    municipalityId,
    createdById,
    starts,
    ends,
    endedOn,
    ...pair
  }: Omit<MentoringPair, 'id' | 'version'> & {
    readonly municipalityId: string;
    readonly createdById: string;
  },
): Promise<{ readonly id: string }> {
  const id = newId();
  const days = { starts: dateOf(starts), ends: ends ? dateOf(ends) : null, endedOn: endedOn ? dateOf(endedOn) : null };
  await owner.mentoringPair.create({ data: { ...pair, ...days, id, municipalityId, createdById } });
  return { id };
}
