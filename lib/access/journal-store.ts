import 'server-only';
import type { JournalFilter, JournalRow } from '@/lib/access/journal-page';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

const { sql } = Prisma;

/** Days are whole days of the municipality's clock. */
function condition(chain: string, timeZone: string, filter: JournalFilter) {
  const { action, person, from, to } = filter;
  return Prisma.join(
    [
      sql`j.chain = ${chain}::uuid`,
      ...(action ? [sql`j.action = ${action}`] : []),
      ...(person ? [sql`j.actor_id = ${person}::uuid`] : []),
      ...(from ? [sql`j.at >= ${from}::date::timestamp AT TIME ZONE ${timeZone}`] : []),
      ...(to ? [sql`j.at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`] : []),
    ],
    ' AND ',
  );
}

/** Lines of one chain, newest first: beyond the cursor `after`, or before the cursor `before`; at most `limit`. */
export async function journalLines(
  tx: Tx,
  chain: string,
  timeZone: string,
  filter: JournalFilter,
  limit: number,
): Promise<JournalRow[]> {
  const { after, before } = filter;
  const cursor = after ? sql`AND j.seq < ${after}::bigint` : before ? sql`AND j.seq > ${before}::bigint` : Prisma.empty;
  const order = before && !after ? sql`ASC` : sql`DESC`;
  const rows = await tx.$queryRaw<JournalRow[]>`
    SELECT j.seq::text, j.at, u.name AS "actorName", u.email AS "actorEmail", j.actor_role AS "actorRole", j.action, j.entity,
      j.entity_id AS "entityId", j.details
    FROM journal_entry j LEFT JOIN app_user u ON u.id = j.actor_id
    WHERE ${condition(chain, timeZone, filter)} ${cursor} ORDER BY j.seq ${order} LIMIT ${limit}`;
  return before && !after ? rows.reverse() : rows;
}

/** The actions that occur in the chain, for the filter: a loose index scan, one step an action. */
export async function journalActions(tx: Tx, chain: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE found AS (
      (SELECT action FROM journal_entry WHERE chain = ${chain}::uuid ORDER BY action LIMIT 1)
      UNION ALL
      SELECT (SELECT j.action FROM journal_entry j WHERE j.chain = ${chain}::uuid AND j.action > f.action ORDER BY j.action LIMIT 1)
      FROM found f WHERE f.action IS NOT NULL)
    SELECT action FROM found WHERE action IS NOT NULL`;
  return rows.map((row) => row.action);
}

/** People who work or worked in the municipality, alphabetical. */
export const journalPeople = (tx: Tx, municipalityId: string) => tx.$queryRaw<{ id: string; name: string }[]>`
  SELECT u.id::text, u.name FROM app_user u
  WHERE EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.municipality_id = ${municipalityId}::uuid)
  ORDER BY u.name, u.id`;

export type JournalFault = { readonly seq: string; readonly fault: string };

/** What is wrong with the viewer's chain; nothing means that no line was altered, removed or cut off. */
export const journalFaults = (tx: Tx) => tx.$queryRaw<JournalFault[]>`
  SELECT seq::text, fault FROM own_journal_faults() ORDER BY seq LIMIT 20`;

export async function journalLength(tx: Tx, chain: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(seq)::int AS last FROM journal_entry WHERE chain = ${chain}::uuid`;
  return row?.last ?? 0;
}
