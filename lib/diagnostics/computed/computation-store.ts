import 'server-only';
import type { Tx } from '@/lib/platform/prisma';

/** How the computation of a campaign's cards stands. */
export type ComputationRow = {
  /** Cards that are filled, and those of them that are behind the facts. */
  readonly open: number;
  readonly due: number;
  /** Somebody runs it and is alive. */
  readonly isRunning: boolean;
  readonly cards: number;
  readonly changed: number;
  readonly after: string;
  readonly finishedAt: Date | null;
  readonly failure: string;
  readonly failedFacts: number | null;
};

type Place = { readonly municipalityId: string; readonly campaignId: string };

/** The region of a municipality: its methods are read through it. */
export async function regionOf(tx: Tx, municipalityId: string): Promise<string | null> {
  const found = await tx.municipality.findUnique({ where: { id: municipalityId }, select: { regionId: true } });
  return found?.regionId ?? null;
}

/** A living run beats with every batch of cards, which takes no longer than a few seconds. */
const SILENT_SECONDS = 20;

/** By the number of changes its facts have seen: how many cards are behind, who runs, how the last run ended. */
export async function computationRow(tx: Tx, campaignId: string, facts: number): Promise<ComputationRow> {
  const [row] = await tx.$queryRaw<ComputationRow[]>`/*computation*/
    SELECT o.open, o.due, coalesce(r.run_id IS NOT NULL AND r.beat_at > now() - make_interval(secs => ${SILENT_SECONDS}), false)
        AS "isRunning",
      coalesce(r.cards, 0) AS cards, coalesce(r.changed, 0) AS changed, coalesce(r.after, '') AS after,
      r.finished_at AS "finishedAt", coalesce(r.failure, '') AS failure, r.failed_facts AS "failedFacts"
    FROM (SELECT count(*)::int AS open, (count(*) FILTER (WHERE k.facts IS NULL OR k.facts < ${facts}::int))::int AS due
          FROM card c LEFT JOIN computed_card k ON k.card_id = c.id
          WHERE c.campaign_id = ${campaignId}::uuid AND c.status IN ('DRAFT', 'RETURNED')) o
    LEFT JOIN computation r ON r.campaign_id = ${campaignId}::uuid`;
  if (!row) throw new Error('a count gave no row');
  return row;
}

/** Takes the run of a campaign over, unless somebody alive has it. A run that died is taken over where it stopped. */
export async function claimRun(tx: Tx, { municipalityId, campaignId }: Place, runId: string): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    INSERT INTO computation AS r (campaign_id, municipality_id, run_id, beat_at)
    VALUES (${campaignId}::uuid, ${municipalityId}::uuid, ${runId}::uuid, now())
    ON CONFLICT (campaign_id) DO UPDATE SET run_id = excluded.run_id, beat_at = now()
    WHERE r.run_id IS NULL OR r.beat_at <= now() - make_interval(secs => ${SILENT_SECONDS})`;
  return claimed === 1;
}

/** A sign of life, holding the run until the batch is committed; false when somebody else has taken it over. */
export async function beatRun(tx: Tx, campaignId: string, runId: string): Promise<boolean> {
  const beaten = await tx.$executeRaw`
    UPDATE computation SET beat_at = clock_timestamp() WHERE campaign_id = ${campaignId}::uuid AND run_id = ${runId}::uuid`;
  return beaten === 1;
}

export async function finishRun(
  tx: Tx,
  campaignId: string,
  runId: string,
  done: { readonly cards: number; readonly changed: number; readonly after: string },
): Promise<boolean> {
  const finished = await tx.$executeRaw`
    UPDATE computation SET run_id = NULL, finished_at = now(), cards = ${done.cards}, changed = ${done.changed},
      after = ${done.after}, failure = '', failed_facts = NULL
    WHERE campaign_id = ${campaignId}::uuid AND run_id = ${runId}::uuid`;
  return finished === 1;
}

/** Leaves why a run failed and on which facts: those are not tried again by themselves. */
export async function failRun(
  tx: Tx,
  campaignId: string,
  runId: string,
  failed: { readonly failure: string; readonly facts: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE computation SET run_id = NULL, failure = ${failed.failure}, failed_facts = ${failed.facts}
    WHERE campaign_id = ${campaignId}::uuid AND run_id = ${runId}::uuid`;
}

/** Asks for all cards that are filled to be computed anew, whatever they were computed from. Gives how many. */
export async function askAgain(tx: Tx, { municipalityId, campaignId }: Place): Promise<number> {
  await tx.$executeRaw`
    UPDATE computation SET failure = '', failed_facts = NULL
    WHERE campaign_id = ${campaignId}::uuid AND municipality_id = ${municipalityId}::uuid`;
  await tx.$executeRaw`
    UPDATE computed_card k SET facts = -1 FROM card c
    WHERE c.id = k.card_id AND c.campaign_id = ${campaignId}::uuid AND k.municipality_id = ${municipalityId}::uuid
      AND c.status IN ('DRAFT', 'RETURNED')`;
  return tx.card.count({ where: { municipalityId, campaignId, status: { in: ['DRAFT', 'RETURNED'] } } });
}
