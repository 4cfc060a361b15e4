import 'server-only';
import type { StoredOutcome } from '@/lib/diagnostics/outcomes/recompute';
import type { Tx } from '@/lib/platform/prisma';

/** A stored outcome as it lies in the table, and where a person finds it. */
export type AssessmentToVerify = {
  readonly id: string;
  readonly versionId: string;
  readonly outcome: StoredOutcome;
  readonly facts: unknown;
  readonly where: string;
};

/** The next outcomes by id, of every generation and every municipality: for the owner of the tables. */
export async function assessmentsAfter(tx: Tx, after: string, limit: number): Promise<readonly AssessmentToVerify[]> {
  const rows = await tx.assessment.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: limit,
    select: {
      id: true,
      versionId: true,
      year: true,
      revision: true,
      generation: true,
      facts: true,
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
      inputHash: true,
      card: { select: { schoolName: true, campaign: { select: { title: true } } } },
    },
  });
  return rows.map(({ id, versionId, year, revision, generation, facts, card, ...outcome }) => ({
    id,
    versionId,
    facts,
    outcome,
    where: `${card.schoolName}, «${card.campaign.title}» (${year}), редакция ${revision}, пересчёт ${generation}`,
  }));
}
