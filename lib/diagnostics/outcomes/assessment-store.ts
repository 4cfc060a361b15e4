import 'server-only';
import type { StoredOutcome } from '@/lib/diagnostics/outcomes/recompute';
import { type CardFacts, cardFacts } from '@/lib/diagnostics/scoring/card-facts';
import type { Tx } from '@/lib/platform/prisma';
import type { Prisma } from '@/prisma/generated/client';

const STORED = {
  id: true,
  versionId: true,
  revision: true,
  accepted: true,
  points: true,
  sum: true,
  max: true,
  extra: true,
  sumResults: true,
  maxResults: true,
  missing: true,
  applicable: true,
  verdict: true,
  rule: true,
  borderline: true,
  facts: true,
  inputHash: true,
  createdAt: true,
} as const satisfies Prisma.AssessmentSelect;

type Row = Prisma.AssessmentGetPayload<{ select: typeof STORED }>;

/** A stored outcome with the facts it was made from. */
export type StoredAssessment = Omit<Row, 'facts'> & { readonly facts: CardFacts };

const fromRow = (row: Row): StoredAssessment => ({ ...row, facts: cardFacts.parse(row.facts) });

/** The outcome of a round that stands in the generation readers see; of the latest one the viewer may see by default. */
export async function currentAssessment(tx: Tx, cardId: string): Promise<StoredAssessment | undefined> {
  const card = await tx.card.findUnique({
    where: { id: cardId },
    select: { campaign: { select: { generation: true } } },
  });
  if (!card) return undefined;
  const row = await tx.assessment.findFirst({
    where: { cardId, generation: card.campaign.generation, supersededAt: null },
    select: STORED,
  });
  return row ? fromRow(row) : undefined;
}

export type NewAssessment = StoredOutcome & {
  readonly id: string;
  readonly municipalityId: string;
  readonly campaignId: string;
  readonly cardId: string;
  readonly schoolId: string;
  readonly versionId: string;
  readonly year: number;
  readonly revision: number;
  readonly generation: number;
  readonly accepted: boolean;
  readonly facts: CardFacts;
};

/** Stores an outcome; the one that stood before it in the same generation is marked as superseded, never changed. */
export async function insertAssessment(tx: Tx, made: NewAssessment, at: Date): Promise<void> {
  const { cardId, generation } = made;
  await tx.assessment.updateMany({ where: { cardId, generation, supersededAt: null }, data: { supersededAt: at } });
  await tx.assessment.create({
    data: { ...made, points: [...made.points], createdAt: at },
    select: { id: true },
  });
}
