import 'server-only';
import type { AnswerValue } from '@/lib/diagnostics/answer-value';
import type { ComputedRow, ComputedUnit } from '@/lib/diagnostics/computed-answers';
import type { Tx } from '@/lib/platform/prisma';

export type StoredComputed = {
  readonly item: string;
  readonly value: AnswerValue;
  readonly because: string;
  readonly files: readonly string[];
  readonly previous: AnswerValue | null;
  readonly at: Date;
};

const SELECT = { item: true, value: true, because: true, files: true, previous: true, at: true } as const;

/** What the portal answers on one card. */
export const computedOfCard = (tx: Tx, cardId: string): Promise<readonly StoredComputed[]> =>
  tx.computedAnswer.findMany({ where: { cardId }, select: SELECT });

/** The roster of a campaign as units of computation, and whether the school still fills its card. */
export async function rosterUnits(
  tx: Tx,
  campaignId: string,
): Promise<readonly (ComputedUnit & { readonly isFilled: boolean })[]> {
  const rows = await tx.card.findMany({
    where: { campaignId },
    select: {
      id: true,
      schoolId: true,
      schoolName: true,
      schoolKind: true,
      grades: true,
      municipalityId: true,
      status: true,
      campaign: { select: { held: true } },
    },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    cardId: row.id,
    school: row.schoolId,
    title: row.schoolName,
    municipality: row.municipalityId,
    kind: row.schoolKind,
    place: '',
    grades: row.grades,
    held: row.campaign.held,
    isFilled: row.status === 'DRAFT' || row.status === 'RETURNED',
  }));
}

/** When the answers of a campaign were computed last; null where they never were. */
export async function computedAt(tx: Tx, campaignId: string): Promise<Date | null> {
  const { _max } = await tx.computedAnswer.aggregate({ where: { card: { campaignId } }, _max: { at: true } });
  return _max.at;
}

/**
 * Writes what was computed for the cards of these rows; a value that differs from the one before keeps that one beside it.
 * Gives how many changed.
 */
export async function writeComputed(tx: Tx, municipalityId: string, rows: readonly ComputedRow[]): Promise<number> {
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    DELETE FROM computed_answer c WHERE c.municipality_id = ${municipalityId}::uuid
      AND c.card_id IN (SELECT r."cardId" FROM jsonb_to_recordset(${json}::jsonb) AS r("cardId" uuid))
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${json}::jsonb) AS r("cardId" uuid, item text)
        WHERE r."cardId" = c.card_id AND r.item = c.item)`;
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    WITH written AS (
      INSERT INTO computed_answer AS c (card_id, item, municipality_id, school_id, value, because, files, at)
      SELECT r."cardId", r.item, ${municipalityId}::uuid, r."schoolId", r.value, r.because,
        ARRAY (SELECT jsonb_array_elements_text(r.files)), clock_timestamp()
      FROM jsonb_to_recordset(${json}::jsonb)
        AS r("cardId" uuid, "schoolId" uuid, item text, value answer_value, because text, files jsonb)
      ON CONFLICT (card_id, item) DO UPDATE SET value = excluded.value, because = excluded.because, files = excluded.files,
        at = excluded.at, previous = CASE WHEN c.value <> excluded.value THEN c.value ELSE c.previous END
      RETURNING previous IS NOT NULL AS changed)
    SELECT count(*) FILTER (WHERE changed)::int AS changed FROM written`;
  return row?.changed ?? 0;
}
