import { type Day, dayAt } from '../../../lib/kernel/day';
import { newId } from '../../../lib/kernel/ids';
import type { Addressee, Ground } from '../../../lib/recommendations/recommendation';
import type { RecommendationState } from '../../../lib/recommendations/recommendation-moves';
import type { AdviceWords } from '../../../lib/recommendations/remedy';
import type { Owner } from './owner-client';

type Step = { readonly to: RecommendationState; readonly text?: string; readonly by: string; readonly at: Date };

export type RecommendationPlan = Partial<AdviceWords> & {
  readonly municipalityId: string;
  readonly schoolId: string;
  readonly year: number;
  readonly measure: string;
  readonly authorId: string;
  readonly addressee?: Addressee;
  readonly due?: Day;
  readonly grounds?: readonly Ground[];
  readonly cardId?: string | null;
  readonly remedy?: { readonly id: string; readonly version: number };
  /** From the sending on; none: a draft. */
  readonly steps?: readonly Step[];
  /** Links by which the school shows what it did. */
  readonly links?: readonly { readonly title: string; readonly url: string; readonly by: string }[];
};

/** A recommendation with its history, laid past the scope of any viewer: at any day, in any state. */
export async function buildRecommendation(owner: Owner, plan: RecommendationPlan): Promise<{ readonly id: string }> {
  const id = newId();
  const { authorId, grounds = [], cardId = null, remedy, steps = [], links = [], due, ...words } = plan;
  const { municipalityId, schoolId } = words;
  const [sent] = steps;
  const last = steps.at(-1);
  const day = due ?? (sent && dayAt(sent.at, 'Europe/Moscow'));
  await owner.recommendation.create({
    data: {
      ...words,
      ...{ id, cardId, createdById: authorId, remedyId: remedy?.id ?? null, remedyVersion: remedy?.version ?? null },
      ...{ items: grounds.map(({ code }) => code), grounds: grounds.map((one) => ({ ...one })) },
      due: day ? new Date(`${day}T00:00:00Z`) : null,
      ...(sent && last
        ? { state: last.to, sentAt: sent.at, createdAt: sent.at, updatedAt: last.at, version: steps.length + 1 }
        : {}),
    },
  });
  await owner.recommendationEvent.createMany({
    data: steps.map(({ to, text = '', by, at }, index) => ({
      ...{ id: newId(), municipalityId, schoolId, recommendationId: id, to, text, authorId: by, at },
      from: steps[index - 1]?.to ?? 'DRAFT',
    })),
  });
  await owner.recommendationProof.createMany({
    data: links.map(({ title, url, by }) => ({
      ...{ id: newId(), municipalityId, schoolId, recommendationId: id, title, url, addedById: by },
    })),
  });
  return { id };
}
