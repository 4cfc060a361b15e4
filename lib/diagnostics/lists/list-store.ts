import 'server-only';
import type { CampaignStage } from '@/lib/diagnostics/campaigns/campaign-words';
import type { CardStatus } from '@/lib/diagnostics/cards/card';
import type { AcceptedAssessment, ListDecision, ListStatus, ProposedEntry } from '@/lib/diagnostics/lists/list';
import { newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';

type OfCampaign = { readonly id: string; readonly municipalityId: string; readonly generation: number };

export type SchoolList = {
  readonly id: string;
  readonly municipalityId: string;
  readonly campaignId: string;
  readonly number: number;
  readonly status: ListStatus;
  readonly orderNumber: string;
  /** ISO date of the order. */
  readonly orderDate: string | null;
  readonly orderTitle: string;
  /** Why an earlier list of this campaign is amended. */
  readonly reason: string;
  readonly returnReason: string;
  readonly version: number;
  readonly proposedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly included: number;
  readonly supported: number;
};

/** The lists of a campaign, the newest number first. */
export async function listsOf(tx: Tx, campaign: OfCampaign): Promise<readonly SchoolList[]> {
  return tx.$queryRaw<SchoolList[]>`
    SELECT l.id::text, l.municipality_id::text AS "municipalityId", l.campaign_id::text AS "campaignId", l.number,
      l.status::text, l.order_number AS "orderNumber", to_char(l.order_date, 'YYYY-MM-DD') AS "orderDate",
      l.order_title AS "orderTitle", l.reason, l.return_reason AS "returnReason", l.version,
      l.proposed_at AS "proposedAt", l.approved_at AS "approvedAt",
      count(e.school_id) FILTER (WHERE e.decision = 'INCLUDE')::int AS included,
      count(e.school_id) FILTER (WHERE e.decision = 'SUPPORT')::int AS supported
    FROM approved_list l LEFT JOIN list_entry e ON e.list_id = l.id
    WHERE l.campaign_id = ${campaign.id}::uuid AND l.municipality_id = ${campaign.municipalityId}::uuid
    GROUP BY l.id ORDER BY l.number DESC`;
}

/** The newest list of a campaign, locked until the transaction ends: every change of a list begins with this. */
export async function lockLatestList(tx: Tx, campaign: OfCampaign): Promise<SchoolList | undefined> {
  await tx.$queryRaw`SELECT 1 AS locked FROM approved_list
    WHERE campaign_id = ${campaign.id}::uuid AND municipality_id = ${campaign.municipalityId}::uuid FOR UPDATE`;
  return (await listsOf(tx, campaign))[0];
}

/** Cards that the centre has accepted, with their current outcome: what a list is made from. */
export async function acceptedAssessments(tx: Tx, campaign: OfCampaign): Promise<readonly AcceptedAssessment[]> {
  return tx.$queryRaw<AcceptedAssessment[]>`
    SELECT k.school_id::text AS "schoolId", k.school_name AS "schoolName", a.id::text AS "assessmentId", a.verdict
    FROM card k JOIN assessment a ON a.card_id = k.id AND a.generation = ${campaign.generation}
      AND a.superseded_at IS NULL AND a.accepted
    WHERE k.campaign_id = ${campaign.id}::uuid AND k.municipality_id = ${campaign.municipalityId}::uuid
      AND k.status IN ('ACCEPTED', 'CLOSED')
    ORDER BY k.school_name, k.id`;
}

export type UnreviewedCard = {
  readonly cardId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly status: CardStatus;
  readonly startedAt: Date | null;
  readonly answered: number;
};

/** Schools of the roster whose card is not accepted: the list says nothing of them yet. */
export async function unreviewedCards(tx: Tx, campaign: OfCampaign): Promise<readonly UnreviewedCard[]> {
  return tx.$queryRaw<UnreviewedCard[]>`
    SELECT id::text AS "cardId", school_id::text AS "schoolId", school_name AS "schoolName", status::text,
      started_at AS "startedAt", answered
    FROM card WHERE campaign_id = ${campaign.id}::uuid AND municipality_id = ${campaign.municipalityId}::uuid
      AND status NOT IN ('ACCEPTED', 'CLOSED')
    ORDER BY school_name, id`;
}

export type ListEntry = ProposedEntry & {
  readonly version: number;
  /** The outcome the entry stands on; null for a school supported without one. */
  readonly outcome: {
    readonly cardId: string;
    readonly rule: string;
    readonly borderline: boolean;
    readonly sum: number;
    readonly max: number;
    readonly extra: number;
    readonly sumResults: number;
    readonly maxResults: number;
  } | null;
};

type EntryRow = ProposedEntry & {
  readonly version: number;
  readonly cardId: string | null;
  readonly rule: string;
  readonly borderline: boolean;
  readonly sum: number;
  readonly max: number;
  readonly extra: number;
  readonly sumResults: number;
  readonly maxResults: number;
};

/** The rows of a list, alphabetical, with the outcomes that the viewer may see. */
export async function entriesOf(tx: Tx, listId: string): Promise<readonly ListEntry[]> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT e.school_id::text AS "schoolId", e.school_name AS "schoolName", e.assessment_id::text AS "assessmentId",
      e.verdict, e.decision::text, e.reason, e.version, a.card_id::text AS "cardId", a.rule, a.borderline, a.sum, a.max,
      a.extra, a.sum_results AS "sumResults", a.max_results AS "maxResults"
    FROM list_entry e LEFT JOIN assessment a ON a.id = e.assessment_id
    WHERE e.list_id = ${listId}::uuid ORDER BY e.school_name, e.school_id`;
  return rows.map(({ cardId, rule, borderline, sum, max, extra, sumResults, maxResults, ...entry }) => ({
    ...entry,
    outcome: cardId === null ? null : { cardId, rule, borderline, sum, max, extra, sumResults, maxResults },
  }));
}

/** Begins a list as the centre's draft. */
export async function insertList(
  tx: Tx,
  campaign: OfCampaign,
  list: { readonly number: number; readonly reason: string },
  entries: readonly ProposedEntry[],
): Promise<string> {
  const id = newId();
  await tx.approvedList.create({
    data: { id, municipalityId: campaign.municipalityId, campaignId: campaign.id, ...list },
  });
  await putEntries(tx, { id, municipalityId: campaign.municipalityId }, entries);
  return id;
}

/** Makes the rows of a list exactly these; a row that stays as it was keeps its version. Gives how many changed. */
export async function putEntries(
  tx: Tx,
  list: { readonly id: string; readonly municipalityId: string },
  entries: readonly ProposedEntry[],
): Promise<number> {
  const schools = entries.map((entry) => entry.schoolId);
  const removed = await tx.listEntry.deleteMany({
    where: { listId: list.id, municipalityId: list.municipalityId, schoolId: { notIn: schools } },
  });
  const put = await tx.$executeRaw`
    INSERT INTO list_entry AS e (municipality_id, list_id, school_id, school_name, assessment_id, verdict, decision, reason)
    SELECT ${list.municipalityId}::uuid, ${list.id}::uuid, r.school_id::uuid, r.name, r.assessment_id::uuid, r.verdict,
      r.decision::list_decision, r.reason
    FROM unnest(${schools}::text[], ${entries.map((entry) => entry.schoolName)}::text[],
      ${entries.map((entry) => entry.assessmentId)}::text[], ${entries.map((entry) => entry.verdict)}::text[],
      ${entries.map((entry) => entry.decision)}::text[], ${entries.map((entry) => entry.reason)}::text[])
      AS r (school_id, name, assessment_id, verdict, decision, reason)
    ON CONFLICT (list_id, school_id) DO UPDATE SET school_name = excluded.school_name,
      assessment_id = excluded.assessment_id, verdict = excluded.verdict, decision = excluded.decision,
      reason = excluded.reason, version = e.version + 1
    WHERE (e.assessment_id, e.verdict, e.decision, e.reason)
      IS DISTINCT FROM (excluded.assessment_id, excluded.verdict, excluded.decision, excluded.reason)`;
  return removed.count + put;
}

/** Writes a decision on the row that was seen; somebody else's decision in between is a conflict. */
export async function decideEntry(
  tx: Tx,
  list: { readonly id: string; readonly municipalityId: string },
  seen: { readonly schoolId: string; readonly version: number },
  decided: { readonly decision: ListDecision; readonly reason: string },
): Promise<void> {
  const { count } = await tx.listEntry.updateMany({
    where: { listId: list.id, municipalityId: list.municipalityId, ...seen },
    data: { ...decided, version: { increment: 1 } },
  });
  if (count !== 1)
    throw new Refusal(
      'conflict',
      'Пока страница была открыта, решение по этой школе изменил кто-то другой. Ваш текст остался на экране: обновите страницу в соседней вкладке и сравните.',
    );
}

/** A school of the register supported without the label; its name is kept as it is today. */
export async function addSupport(
  tx: Tx,
  list: { readonly id: string; readonly municipalityId: string },
  schoolId: string,
  reason: string,
): Promise<string> {
  const school = await tx.school.findFirst({
    where: { id: schoolId, municipalityId: list.municipalityId },
    select: { shortName: true },
  });
  if (!school) throw notFound();
  const known = await tx.listEntry.count({ where: { listId: list.id, schoolId } });
  if (known > 0) throw new Refusal('conflict', 'Эта школа уже есть в списке: измените решение в её строке.');
  await tx.listEntry.create({
    data: {
      listId: list.id,
      municipalityId: list.municipalityId,
      schoolId,
      schoolName: school.shortName,
      decision: 'SUPPORT',
      reason,
    },
  });
  return school.shortName;
}

/** Takes out a school that was added by hand; one that stands on an assessment stays and is decided about. */
export async function removeSupport(
  tx: Tx,
  list: { readonly id: string; readonly municipalityId: string },
  seen: { readonly schoolId: string; readonly version: number },
): Promise<void> {
  const { count } = await tx.listEntry.deleteMany({
    where: { listId: list.id, municipalityId: list.municipalityId, assessmentId: null, ...seen },
  });
  if (count !== 1) throw new Refusal('conflict', 'Строка уже изменилась. Обновите страницу.');
}

type Move =
  | { readonly status: 'PROPOSED'; readonly proposedById: string }
  | { readonly status: 'DRAFT'; readonly returnReason: string }
  | {
      readonly status: 'APPROVED';
      readonly approvedById: string;
      readonly orderNumber: string;
      readonly orderDate: Date;
      readonly orderTitle: string;
    };

/** Moves the list that was seen to its next state, at the database's moment. */
export async function moveList(
  tx: Tx,
  seen: { readonly id: string; readonly municipalityId: string; readonly version: number; readonly now: Date },
  move: Move,
): Promise<void> {
  const at =
    move.status === 'PROPOSED'
      ? { proposedAt: seen.now, returnReason: '' }
      : move.status === 'APPROVED'
        ? { approvedAt: seen.now }
        : {};
  const { count } = await tx.approvedList.updateMany({
    where: { id: seen.id, municipalityId: seen.municipalityId, version: seen.version },
    data: { ...move, ...at, version: { increment: 1 } },
  });
  if (count !== 1) throw staleList();
}

export const staleList = () =>
  new Refusal(
    'conflict',
    'Пока страница была открыта, список изменил кто-то другой. Обновите страницу и повторите: введённое осталось на экране.',
  );

/** Which schools of the register are not in a list yet: whom support can be added for. */
export async function schoolsOutside(
  tx: Tx,
  list: { readonly id: string; readonly municipalityId: string },
): Promise<readonly { readonly id: string; readonly shortName: string }[]> {
  return tx.$queryRaw<{ id: string; shortName: string }[]>`
    SELECT s.id::text, s.short_name AS "shortName" FROM school s
    WHERE s.municipality_id = ${list.municipalityId}::uuid AND s.closed_at IS NULL
      AND NOT EXISTS (SELECT FROM list_entry e WHERE e.list_id = ${list.id}::uuid AND e.school_id = s.id)
    ORDER BY s.short_name, s.id`;
}

/** An approved list with its campaign and place, for those who read lists of many places. */
export type PublishedList = SchoolList & {
  readonly year: number;
  readonly stage: CampaignStage;
  readonly title: string;
  readonly municipalityName: string;
  readonly centreName: string;
  readonly officeName: string;
  readonly publicLabel: string;
  readonly versionId: string;
};

/**
 * Lists with their campaigns, newest school year first: the approved ones, or one list in whatever state the viewer may
 * see. A viewer of a municipality is narrowed to it; the region's places are narrowed by row-level security.
 */
export async function publishedLists(
  tx: Tx,
  of: { readonly municipalityId: string | null; readonly listId?: string },
): Promise<readonly PublishedList[]> {
  return tx.$queryRaw<PublishedList[]>`
    SELECT l.id::text, l.municipality_id::text AS "municipalityId", l.campaign_id::text AS "campaignId", l.number,
      l.status::text, l.order_number AS "orderNumber", to_char(l.order_date, 'YYYY-MM-DD') AS "orderDate",
      l.order_title AS "orderTitle", l.reason, l.return_reason AS "returnReason", l.version,
      l.proposed_at AS "proposedAt", l.approved_at AS "approvedAt",
      (SELECT count(*) FROM list_entry e WHERE e.list_id = l.id AND e.decision = 'INCLUDE')::int AS included,
      (SELECT count(*) FROM list_entry e WHERE e.list_id = l.id AND e.decision = 'SUPPORT')::int AS supported,
      c.year, c.stage::text, c.title, c.version_id::text AS "versionId", m.name AS "municipalityName",
      m.centre_name AS "centreName", m.office_name AS "officeName", m.public_label AS "publicLabel"
    FROM approved_list l JOIN campaign c ON c.id = l.campaign_id JOIN municipality m ON m.id = l.municipality_id
    WHERE (${of.municipalityId}::text IS NULL OR l.municipality_id = ${of.municipalityId}::uuid)
      AND CASE WHEN ${of.listId ?? null}::text IS NULL THEN l.status = 'APPROVED' ELSE l.id = ${of.listId ?? null}::uuid END
    ORDER BY c.year DESC, m.name, c.opens_at DESC, l.number DESC`;
}

/** How many schools each campaign's roster has. */
export async function rosterSizes(tx: Tx, campaignIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; schools: number }[]>`
    SELECT campaign_id::text AS id, count(*)::int AS schools FROM card
    WHERE campaign_id = ANY (${[...campaignIds]}::uuid[]) GROUP BY campaign_id`;
  return new Map(rows.map((row) => [row.id, row.schools]));
}

/** The same for the region, which sees no card: counted by the one function that may. */
export async function regionRosterSizes(tx: Tx, years: readonly number[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; schools: number }[]>`
    SELECT o.campaign_id::text AS id, o.schools FROM unnest(${[...years]}::int[]) AS y (year)
      CROSS JOIN LATERAL region_overview(y.year) o WHERE o.campaign_id IS NOT NULL`;
  return new Map(rows.map((row) => [row.id, row.schools]));
}

/** Schools that a set of lists includes or supports, alphabetical inside each list. */
export async function decidedSchools(
  tx: Tx,
  listIds: readonly string[],
): Promise<
  readonly {
    readonly listId: string;
    readonly schoolId: string;
    readonly schoolName: string;
    readonly decision: ListDecision;
  }[]
> {
  return tx.$queryRaw`
    SELECT list_id::text AS "listId", school_id::text AS "schoolId", school_name AS "schoolName", decision::text
    FROM list_entry WHERE list_id = ANY (${[...listIds]}::uuid[]) AND decision <> 'EXCLUDE'
    ORDER BY school_name, school_id`;
}

/** Closes the accepted cards that an approved list stands on, each with its event. Gives how many were closed. */
export async function closeListedCards(
  tx: Tx,
  list: { readonly id: string; readonly municipalityId: string },
  by: { readonly actorId: string; readonly reason: string; readonly now: Date },
): Promise<number> {
  const cards = await tx.$queryRaw<{ id: string; schoolId: string; revision: number }[]>`
    SELECT k.id::text, k.school_id::text AS "schoolId", k.revision
    FROM card k JOIN assessment a ON a.card_id = k.id JOIN list_entry e ON e.assessment_id = a.id
    WHERE e.list_id = ${list.id}::uuid AND k.municipality_id = ${list.municipalityId}::uuid AND k.status = 'ACCEPTED'
    ORDER BY k.id FOR UPDATE OF k`;
  const { count } = await tx.card.updateMany({
    where: { id: { in: cards.map((card) => card.id) }, municipalityId: list.municipalityId, status: 'ACCEPTED' },
    data: { status: 'CLOSED', closedAt: by.now, updatedAt: by.now },
  });
  await tx.cardEvent.createMany({
    data: cards.map((card) => ({
      id: newId(),
      municipalityId: list.municipalityId,
      schoolId: card.schoolId,
      cardId: card.id,
      revision: card.revision,
      from: 'ACCEPTED',
      to: 'CLOSED',
      reason: by.reason,
      actorId: by.actorId,
      at: by.now,
    })),
  });
  return count;
}
