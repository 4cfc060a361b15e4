import 'server-only';
import type { ListDecision, ProposedEntry } from '@/lib/diagnostics/lists/list';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';

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
