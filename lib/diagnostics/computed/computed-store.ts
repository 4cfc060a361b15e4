import 'server-only';
import type { ComputedRow, ComputedUnit } from '@/lib/diagnostics/computed/computed-answers';
import { GROUNDS, type Ground } from '@/lib/diagnostics/computed/reviewed-sign';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

export type StoredComputed = {
  readonly item: string;
  readonly value: AnswerValue;
  readonly because: string;
  readonly ground: Ground;
  readonly turning: string;
  readonly steps: number | null;
  readonly files: readonly string[];
  readonly previous: AnswerValue | null;
  readonly at: Date;
  /** The centre has taken this answer of the school over the computed one. */
  readonly settled: { readonly answer: AnswerValue; readonly reason: string; readonly at: Date } | null;
};

type Row = Omit<StoredComputed, 'ground' | 'settled'> & {
  readonly ground: string;
  readonly settledAnswer: AnswerValue | null;
  readonly settledReason: string | null;
  readonly settledAt: Date | null;
};

/** What the portal answers on one card, and where the centre has taken the school's answer over it. */
export async function computedOfCard(tx: Tx, cardId: string): Promise<readonly StoredComputed[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT k.item, k.value::text, k.because, k.ground, k.turning, k.steps, k.files, k.previous::text, k.at,
      d.answer::text AS "settledAnswer", d.reason AS "settledReason", d.at AS "settledAt"
    FROM computed_answer k LEFT JOIN LATERAL (
      SELECT c.answer, c.reason, c.at FROM contest_decision c
      WHERE c.card_id = k.card_id AND c.item = k.item AND c.computed = k.value ORDER BY c.at DESC LIMIT 1) d ON true
    WHERE k.card_id = ${cardId}::uuid`;
  return rows.map(({ ground, settledAnswer, settledReason, settledAt, ...row }) => ({
    ...row,
    ground: GROUNDS.find((one) => one === ground) ?? 'FORMULA',
    settled:
      settledAnswer !== null && settledReason !== null && settledAt !== null
        ? { answer: settledAnswer, reason: settledReason, at: settledAt }
        : null,
  }));
}

/** The centre takes the school's answer; false when it has done so before. */
export async function addContestDecision(
  tx: Tx,
  decision: {
    readonly municipalityId: string;
    readonly schoolId: string;
    readonly cardId: string;
    readonly item: string;
    readonly computed: AnswerValue;
    readonly answer: AnswerValue;
    readonly reason: string;
    readonly authorId: string;
  },
): Promise<boolean> {
  const { count } = await tx.contestDecision.createMany({ data: { id: newId(), ...decision }, skipDuplicates: true });
  return count === 1;
}

export type RosterUnit = ComputedUnit & {
  /** The school still fills the card. */
  readonly isFilled: boolean;
  /** The facts its answers were computed from; null where they never were. */
  readonly facts: number | null;
};

/** The roster of a campaign as units of computation, and how far each card is. */
export async function rosterUnits(tx: Tx, campaignId: string): Promise<readonly RosterUnit[]> {
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
      computedUpTo: { select: { facts: true } },
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
    facts: row.computedUpTo?.facts ?? null,
  }));
}

/** Cards of a batch with everything the portal answers on them. */
export type ComputedBatch = {
  readonly municipalityId: string;
  readonly cardIds: readonly string[];
  readonly rows: readonly ComputedRow[];
  /** What they were computed from, and «загрузки файла «…»». */
  readonly facts: { readonly number: number; readonly after: string };
};

/**
 * Writes what was computed for cards that are still filled, under their locks: one that was sent meanwhile stays as it is. A
 * row that says the same stays untouched; a value that differs keeps the one before beside it, and the card says which items
 * changed and after what. Gives how many answers became others or were not known before.
 */
export async function writeComputed(tx: Tx, { municipalityId, cardIds, rows, facts }: ComputedBatch): Promise<number> {
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    WITH open AS (
      SELECT c.id, c.school_id FROM card c WHERE c.municipality_id = ${municipalityId}::uuid
        AND c.id = ANY (${[...cardIds]}::uuid[]) AND c.status IN ('DRAFT', 'RETURNED') ORDER BY c.id FOR SHARE),
    given AS (
      SELECT r.*, o.school_id FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("cardId" uuid, item text,
        value answer_value, because text, ground text, turning text, steps int, files jsonb) JOIN open o ON o.id = r."cardId"),
    before AS (SELECT c.card_id, c.item, c.value FROM computed_answer c JOIN open o ON o.id = c.card_id),
    gone AS (
      DELETE FROM computed_answer c USING open o WHERE c.card_id = o.id
        AND NOT EXISTS (SELECT FROM given g WHERE g."cardId" = c.card_id AND g.item = c.item)),
    written AS (
      INSERT INTO computed_answer AS c (card_id, item, municipality_id, school_id, value, because, ground, turning, steps, files, at)
      SELECT g."cardId", g.item, ${municipalityId}::uuid, g.school_id, g.value, g.because, g.ground, g.turning, g.steps,
        ARRAY (SELECT jsonb_array_elements_text(g.files)), clock_timestamp()
      FROM given g
      ON CONFLICT (card_id, item) DO UPDATE SET value = excluded.value, because = excluded.because, ground = excluded.ground,
        turning = excluded.turning, steps = excluded.steps, files = excluded.files, at = excluded.at,
        previous = CASE WHEN c.value <> excluded.value THEN c.value ELSE c.previous END
      WHERE (c.value, c.because, c.ground, c.turning, c.steps, c.files)
        IS DISTINCT FROM (excluded.value, excluded.because, excluded.ground, excluded.turning, excluded.steps, excluded.files)),
    changed AS (
      SELECT g."cardId" AS card_id, array_agg(g.item ORDER BY g.item) AS items
      FROM given g JOIN before b ON b.card_id = g."cardId" AND b.item = g.item AND b.value <> g.value GROUP BY g."cardId"),
    marked AS (
      INSERT INTO computed_card AS k (card_id, municipality_id, school_id, facts, at, changed, changed_at, changed_after)
      SELECT o.id, ${municipalityId}::uuid, o.school_id, ${facts.number}::int, clock_timestamp(), coalesce(n.items, '{}'),
        CASE WHEN n.items IS NOT NULL THEN clock_timestamp() END, CASE WHEN n.items IS NOT NULL THEN ${facts.after} ELSE '' END
      FROM open o LEFT JOIN changed n ON n.card_id = o.id
      ON CONFLICT (card_id) DO UPDATE SET facts = excluded.facts, at = excluded.at,
        changed = CASE WHEN excluded.changed_at IS NULL THEN k.changed ELSE excluded.changed END,
        changed_after = CASE WHEN excluded.changed_at IS NULL THEN k.changed_after ELSE excluded.changed_after END,
        changed_at = coalesce(excluded.changed_at, k.changed_at))
    SELECT count(*)::int AS changed FROM given g LEFT JOIN before b ON b.card_id = g."cardId" AND b.item = g.item
    WHERE g.value <> coalesce(b.value, 'NO_DATA')`;
  return row?.changed ?? 0;
}

/** How far the answers of one card are, and what the last run that changed any of them changed. */
export type ComputedCardState = {
  readonly facts: number;
  readonly at: Date;
  readonly changed: readonly string[];
  readonly changedAt: Date | null;
  readonly changedAfter: string;
};

export const computedCard = (tx: Tx, cardId: string): Promise<ComputedCardState | null> =>
  tx.computedCard.findUnique({
    where: { cardId },
    select: { facts: true, at: true, changed: true, changedAt: true, changedAfter: true },
  });
