import 'server-only';
import type { Outcome } from '@/lib/diagnostics/scoring/assess-card';
import type { ProcedureResult } from '@/lib/diagnostics/scoring/card-facts';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

/** Milliseconds a statement of a recomputation may take; below the client's own limit of a transaction. */
const WRITING_MS = '50000';

const lockName = (campaignId: string) => `generation ${campaignId}`;

/**
 * The generation that readers of a campaign see, held until the end of the transaction: a recomputation waits, so that
 * no outcome lands in a generation that is just being replaced.
 */
export async function holdGeneration(tx: Tx, campaignId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${lockName(campaignId)}, 0))::text`;
  const { generation } = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { generation: true },
  });
  return generation;
}

/** The same for the one who replaces it: waits for everybody who is storing an outcome, and they for him. */
export async function takeGeneration(
  tx: Tx,
  campaignId: string,
): Promise<{ readonly generation: number; readonly versionId: string } | undefined> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockName(campaignId)}, 0))::text`;
  // Of 40,000 schools the next generation takes longer to write than a request may; readers do not wait for it.
  await tx.$queryRaw`SELECT set_config('statement_timeout', ${WRITING_MS}, true)`;
  const row = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: { generation: true, versionId: true },
  });
  return row ?? undefined;
}

/** What a stored outcome is made anew from: its points, the kind of school and its imported results. */
export type PointsRow = {
  readonly id: string;
  readonly kind: string;
  readonly points: readonly number[];
  readonly procedures: readonly ProcedureResult[];
};

export async function pointsOfGeneration(
  tx: Tx,
  campaignId: string,
  generation: number,
): Promise<readonly PointsRow[]> {
  return tx.$queryRaw<PointsRow[]>`
    SELECT id::text, facts->'school'->>'kind' AS kind, points, facts->'procedures' AS procedures
    FROM assessment
    WHERE campaign_id = ${campaignId}::uuid AND generation = ${generation}::int AND superseded_at IS NULL`;
}

export type NewOutcome = Omit<Outcome, 'low'> & { readonly of: string };

/**
 * Writes the next generation beside the present one and lets readers over to it in the same transaction: nobody waits,
 * nobody sees half of it. Facts, points and hash are what they were.
 */
export async function switchGeneration(
  tx: Tx,
  campaignId: string,
  generation: number,
  outcomes: readonly NewOutcome[],
): Promise<void> {
  const column = <K extends keyof NewOutcome>(name: K) => outcomes.map((outcome) => outcome[name]);
  const ids = outcomes.map(() => newId());
  await tx.$executeRaw`
    INSERT INTO assessment (id, municipality_id, campaign_id, card_id, school_id, version_id, year, revision, generation, accepted,
      points, sum, max, extra, sum_results, max_results, missing, applicable, verdict, rule, borderline, facts, input_hash)
    SELECT n.id, a.municipality_id, a.campaign_id, a.card_id, a.school_id, a.version_id, a.year, a.revision, ${generation + 1}::int,
      a.accepted, a.points, n.sum, n.max, n.extra, n.sum_results, n.max_results, n.missing, n.applicable, n.verdict, n.rule,
      n.borderline, a.facts, a.input_hash
    FROM unnest(${ids}::uuid[], ${column('of')}::uuid[], ${column('sum')}::smallint[], ${column('max')}::smallint[],
      ${column('extra')}::smallint[], ${column('sumResults')}::smallint[], ${column('maxResults')}::smallint[],
      ${column('missing')}::smallint[], ${column('applicable')}::smallint[], ${column('verdict')}::text[], ${column('rule')}::text[],
      ${column('borderline')}::boolean[])
      AS n(id, of, sum, max, extra, sum_results, max_results, missing, applicable, verdict, rule, borderline)
    JOIN assessment a ON a.id = n.of`;
  await tx.campaign.update({
    where: { id: campaignId, generation },
    data: { generation: generation + 1 },
    select: { id: true },
  });
}
