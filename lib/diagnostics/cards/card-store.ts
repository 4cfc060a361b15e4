import 'server-only';
import type { CardStatus } from '@/lib/diagnostics/cards/card';
import type { CardHead } from '@/lib/diagnostics/cards/card-page';
import type { AnswerSource, AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { Tx } from '@/lib/platform/prisma';

/** Whose cards: the viewer's municipality, and his school alone where he has one. */
export type CardScope = { readonly municipalityId: string | null; readonly schoolId: string | null };

/** A card with its campaign and the database's clock; what the head of the page shows and what the method needs. */
export type CardRow = CardHead & { readonly versionId: string; readonly held: readonly string[] };

/** The card, or undefined where the viewer's scope has none of this id. */
export async function findCard(tx: Tx, scope: CardScope, cardId: string): Promise<CardRow | undefined> {
  const [row] = await tx.$queryRaw<CardRow[]>`
    SELECT c.id::text, c.campaign_id::text AS "campaignId", c.school_id::text AS "schoolId", c.school_name AS "schoolName",
      c.school_kind::text AS "schoolKind", c.grades, c.status::text, c.revision, c.submitted_revision AS "submittedRevision",
      c.answered, c.applicable, c.started_at AS "startedAt", c.submitted_at AS "submittedAt", c.accepted_at AS "acceptedAt",
      c.closed_at AS "closedAt", c.updated_at AS "updatedAt", c.due_reason AS "dueReason",
      greatest(c.due_at, k.closes_at) AS "dueAt", coalesce(c.due_at > k.closes_at, false) AS "isExtended",
      k.title AS "campaignTitle", k.year, k.stage::text, k.opens_at AS "opensAt", k.version_id::text AS "versionId", k.held,
      t.now, CASE WHEN t.now < k.opens_at THEN 'BEFORE' WHEN t.now < greatest(c.due_at, k.closes_at) THEN 'OPEN' ELSE 'PAST' END AS phase
    FROM card c JOIN campaign k ON k.id = c.campaign_id, (SELECT clock_timestamp() AS now) t
    WHERE c.id = ${cardId}::uuid AND c.municipality_id = ${scope.municipalityId}::uuid
      AND (${scope.schoolId}::uuid IS NULL OR c.school_id = ${scope.schoolId}::uuid)`;
  return row;
}

export type AnswerRow = {
  readonly item: string;
  readonly value: AnswerValue;
  readonly number: string;
  readonly source: AnswerSource;
  readonly comment: string;
  readonly version: number;
  readonly author: string;
  readonly at: Date;
};

/** The answers of one round with their authors' names; `since` leaves out the older ones. */
export async function answersOfRound(
  tx: Tx,
  cardId: string,
  revision: number,
  since: Date = new Date(0),
): Promise<readonly AnswerRow[]> {
  return tx.$queryRaw<AnswerRow[]>`
    SELECT a.item, a.value::text, coalesce(a.number::text, '') AS number, a.source::text, a.comment, a.version, coalesce(u.name, 'сотрудник школы') AS author, a.at
    FROM answer a LEFT JOIN app_user u ON u.id = a.author_id
    WHERE a.card_id = ${cardId}::uuid AND a.revision = ${revision}::int AND a.at >= ${since}::timestamptz`;
}

export type LastYearAnswer = { readonly value: AnswerValue; readonly number: string; readonly comment: string };

export type LastYear = {
  readonly cardId: string;
  readonly year: number;
  readonly answers: Readonly<Record<string, LastYearAnswer>>;
};

/** What the same school was accepted with the time before: its latest earlier year, which is not always the year before. */
export async function lastYearOf(tx: Tx, card: Pick<CardRow, 'schoolId' | 'year'>): Promise<LastYear | undefined> {
  const [row] = await tx.$queryRaw<LastYear[]>`
    SELECT c.id::text AS "cardId", k.year, (
      SELECT coalesce(jsonb_object_agg(a.item, jsonb_build_object('value', a.value, 'number', coalesce(a.number::text, ''),
        'comment', a.comment)), '{}')
      FROM answer a WHERE a.card_id = c.id AND a.revision = c.submitted_revision) AS answers
    FROM card c JOIN campaign k ON k.id = c.campaign_id
    WHERE c.school_id = ${card.schoolId}::uuid AND k.year < ${card.year}::int AND c.status IN ('ACCEPTED', 'CLOSED')
    ORDER BY k.year DESC, k.closes_at DESC LIMIT 1`;
  return row;
}

/** One stamp of everything on the card besides answers, so that a poll sees a change without reading it. */
export async function stampOf(tx: Tx, cardId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws('-',
      (SELECT count(*) || '.' || coalesce(sum(e.removed_revision), 0) FROM evidence e WHERE e.card_id = ${cardId}::uuid),
      (SELECT count(*) || '.' || coalesce(trunc(extract(epoch FROM max(greatest(r.sent_at, r.reply_at, r.settled_at))) * 1000)::bigint, 0)
       FROM remark r WHERE r.card_id = ${cardId}::uuid)) AS stamp`;
  return row?.stamp ?? '';
}

export type MyCard = {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly year: number;
  readonly stage: CardHead['stage'];
  readonly status: CardStatus;
  readonly revision: number;
  readonly answered: number;
  readonly applicable: number;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly isExtended: boolean;
  readonly phase: CardHead['phase'];
  readonly now: Date;
  /** The current assessment, submitted or accepted; null before the first submission. */
  readonly sum: number | null;
  readonly max: number | null;
  readonly extra: number | null;
  readonly sumResults: number | null;
  readonly maxResults: number | null;
  readonly verdict: string | null;
  readonly borderline: boolean | null;
  readonly accepted: boolean | null;
  readonly assessedRevision: number | null;
  readonly versionId: string;
  /** By an approved list of the campaign; null while there is none. */
  readonly decision: 'INCLUDE' | 'EXCLUDE' | 'SUPPORT' | null;
};

/** Every card of one school, newest year first, with the outcome that stands. */
export async function cardsOfSchool(tx: Tx, schoolId: string): Promise<readonly MyCard[]> {
  return tx.$queryRaw<MyCard[]>`
    SELECT c.id::text, k.id::text AS "campaignId", k.title AS "campaignTitle", k.year, k.stage::text, c.status::text, c.revision,
      c.answered, c.applicable, k.opens_at AS "opensAt", greatest(c.due_at, k.closes_at) AS "dueAt",
      coalesce(c.due_at > k.closes_at, false) AS "isExtended", t.now,
      CASE WHEN t.now < k.opens_at THEN 'BEFORE' WHEN t.now < greatest(c.due_at, k.closes_at) THEN 'OPEN' ELSE 'PAST' END AS phase,
      s.sum, s.max, s.extra, s.sum_results AS "sumResults", s.max_results AS "maxResults", s.verdict, s.borderline, s.accepted,
      s.revision AS "assessedRevision", k.version_id::text AS "versionId",
      (SELECT e.decision::text FROM approved_list l JOIN list_entry e ON e.list_id = l.id AND e.school_id = c.school_id
       WHERE l.campaign_id = k.id AND l.status = 'APPROVED' ORDER BY l.number DESC LIMIT 1) AS decision
    FROM card c JOIN campaign k ON k.id = c.campaign_id
    LEFT JOIN assessment s ON s.card_id = c.id AND s.generation = k.generation AND s.superseded_at IS NULL,
      (SELECT clock_timestamp() AS now) t
    WHERE c.school_id = ${schoolId}::uuid
    ORDER BY k.year DESC, k.closes_at DESC`;
}

export type BlankRow = {
  readonly versionId: string;
  readonly title: string;
  readonly year: number;
  readonly stage: CardHead['stage'];
  readonly held: readonly string[];
  /** Of the viewer's school, where he has one. */
  readonly schoolName: string | null;
  readonly kind: string | null;
  readonly grades: readonly number[] | null;
};

/** What an empty card is made from; for a school only of a campaign it takes part in. */
export async function blankOf(tx: Tx, scope: CardScope, campaignId: string): Promise<BlankRow | undefined> {
  const [row] = await tx.$queryRaw<BlankRow[]>`
    SELECT k.version_id::text AS "versionId", k.title, k.year, k.stage::text, k.held,
      c.school_name AS "schoolName", c.school_kind::text AS kind, c.grades
    FROM campaign k LEFT JOIN card c ON c.campaign_id = k.id AND c.school_id = ${scope.schoolId}::uuid
    WHERE k.id = ${campaignId}::uuid AND k.municipality_id = ${scope.municipalityId}::uuid
      AND (${scope.schoolId}::uuid IS NULL OR c.id IS NOT NULL)`;
  return row;
}
