import 'server-only';
import { z } from 'zod';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { Ground, Recommendation } from '@/lib/recommendations/recommendation';
import { OPEN_STATES, type RecommendationState, WAITING_STATES } from '@/lib/recommendations/recommendation-moves';
import {
  type Cursor,
  type RecommendationSearch,
  type RecommendationSort,
  readCursor,
  writeCursor,
} from '@/lib/recommendations/recommendation-search';
import { Prisma } from '@/prisma/generated/client';

type Row = Omit<Recommendation, 'grounds'> & { readonly grounds: unknown };

const grounds = z.array(z.object({ code: z.string(), wording: z.string(), reason: z.string() }));
const shape = ({ grounds: kept, ...row }: Row): Recommendation => ({
  ...row,
  grounds: grounds.safeParse(kept).data ?? [],
});

const FIELDS = Prisma.sql`c.id::text AS id, c.school_id::text AS "schoolId", s.short_name AS "schoolName", c.year::int AS year,
  c.state::text AS state, c.addressee::text AS addressee, c.due::text AS due, c.grounds, c.card_id::text AS "cardId",
  c.remedy_id::text AS "remedyId", c.remedy_version AS "remedyVersion", c.cause, c.measure, c.term, c.responsible, c.result,
  c.indicator, c.proof, c.cost, c.version, c.sent_at AS "sentAt", c.updated_at AS "updatedAt"`;
const FROM = Prisma.sql`FROM recommendation c JOIN school s ON s.id = c.school_id`;

const anyOf = (states: readonly RecommendationState[]) =>
  Prisma.sql`c.state IN (${Prisma.join(states.map((state) => Prisma.sql`${state}::recommendation_state`))})`;
const OPEN = anyOf(OPEN_STATES);
const WAITING = anyOf(WAITING_STATES);

function stateOf(state: RecommendationSearch['state'], today: Day): readonly Prisma.Sql[] {
  switch (state) {
    case undefined:
      return [Prisma.sql`c.state NOT IN ('DONE', 'WITHDRAWN')`];
    case 'all':
      return [];
    case 'open':
      return [OPEN];
    case 'late':
      return [Prisma.sql`${OPEN} AND c.due < ${today}::date`];
    case 'waiting':
      return [WAITING];
    default:
      return [anyOf([state])];
  }
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function filtered(municipalityId: string, search: RecommendationSearch, today: Day): Prisma.Sql {
  const { q, school, item, addressee, year, state } = search;
  return Prisma.join(
    [
      Prisma.sql`c.municipality_id = ${municipalityId}::uuid`,
      ...(school ? [Prisma.sql`c.school_id = ${school}::uuid`] : []),
      ...(item ? [Prisma.sql`${item} = ANY (c.items)`] : []),
      ...(addressee ? [Prisma.sql`c.addressee = ${addressee}::recommendation_addressee`] : []),
      ...(year === undefined ? [] : [Prisma.sql`c.year = ${year}::int`]),
      ...stateOf(state, today),
      ...(q ? [Prisma.sql`concat_ws(' ', s.short_name, c.measure, c.cause, c.result) ILIKE ${like(q)}`] : []),
    ],
    ' AND ',
  );
}

type Order = { readonly key: Prisma.Sql; readonly cast: Prisma.Sql; readonly of: (row: Row) => string };
/** A draft without a day stands behind all others. */
const DUE: Order = {
  key: Prisma.sql`coalesce(c.due, 'infinity'::date)`,
  cast: Prisma.sql`date`,
  of: ({ due }) => due ?? 'infinity',
};
const SCHOOL: Order = {
  key: Prisma.sql`s.short_name`,
  cast: Prisma.sql`text COLLATE "russian"`,
  of: ({ schoolName }) => schoolName,
};
const UPDATED: Order = {
  key: Prisma.sql`c.updated_at`,
  cast: Prisma.sql`timestamptz`,
  of: ({ updatedAt }) => updatedAt.toISOString(),
};
const ORDERS: Record<RecommendationSort, Order> = {
  ...{ due: DUE, '-due': DUE, school: SCHOOL, '-school': SCHOOL, updated: UPDATED, '-updated': UPDATED },
};

export const PAGE_SIZE = 50;

export type Slice = { readonly rows: readonly Recommendation[]; readonly after?: string; readonly before?: string };

/** One page of the list by key, in the order of the screen. */
export async function recommendationsSlice(
  tx: Tx,
  municipalityId: string,
  search: RecommendationSearch,
  today: Day,
  size: number = PAGE_SIZE,
): Promise<Slice> {
  const order = ORDERS[search.sort];
  const after = readCursor(search.after, search.sort);
  const before = after ? undefined : readCursor(search.before, search.sort);
  const cursor = after ?? before;
  const ascending = search.sort.startsWith('-') === (before !== undefined);
  const beyond = cursor
    ? Prisma.sql`AND (${order.key}, c.id) ${ascending ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.key}::${order.cast}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const direction = ascending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const found = await tx.$queryRaw<Row[]>`/*recommendations*/ SELECT ${FIELDS} ${FROM}
    WHERE ${filtered(municipalityId, search, today)} ${beyond}
    ORDER BY ${order.key} ${direction}, c.id ${direction} LIMIT ${Prisma.raw(String(size + 1))}`;
  const more = found.length > size;
  const rows = before ? found.slice(0, size).toReversed() : found.slice(0, size);
  const cursorOf = (row: Row | undefined): Cursor | undefined => row && { key: order.of(row), id: row.id };
  const [next, previous] = [cursorOf(rows.at(-1)), cursorOf(rows[0])];
  return {
    rows: rows.map(shape),
    ...(next && (before || more) ? { after: writeCursor(next) } : {}),
    ...(previous && (after || (before && more)) ? { before: writeCursor(previous) } : {}),
  };
}

export type ListFacts = {
  readonly total: number;
  /** Of everything that the viewer sees, whatever the filter. */
  readonly open: number;
  readonly late: number;
  readonly waiting: number;
  readonly items: readonly string[];
  readonly years: readonly number[];
  readonly schools: readonly { readonly id: string; readonly name: string }[];
};

/** How many the filter finds, what is under way, and the choices of the filters. */
export async function listFacts(
  tx: Tx,
  municipalityId: string,
  search: RecommendationSearch,
  today: Day,
): Promise<ListFacts> {
  const own = Prisma.sql`c.municipality_id = ${municipalityId}::uuid`;
  const [row] = await tx.$queryRaw<ListFacts[]>`/*recommendation_facts*/ SELECT
    (SELECT count(*)::int ${FROM} WHERE ${filtered(municipalityId, search, today)}) AS total,
    (SELECT count(*)::int ${FROM} WHERE ${own} AND ${OPEN}) AS open,
    (SELECT count(*)::int ${FROM} WHERE ${own} AND ${OPEN} AND c.due < ${today}::date) AS late,
    (SELECT count(*)::int ${FROM} WHERE ${own} AND ${WAITING}) AS waiting,
    ARRAY (SELECT item FROM (SELECT DISTINCT unnest(c.items) AS item FROM recommendation c WHERE ${own}) known
           ORDER BY item COLLATE "russian") AS items,
    ARRAY (SELECT DISTINCT c.year::int FROM recommendation c WHERE ${own} ORDER BY 1 DESC) AS years,
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.short_name) ORDER BY s.short_name) FROM school s
              WHERE EXISTS (SELECT FROM recommendation c WHERE ${own} AND c.school_id = s.id)), '[]') AS schools`;
  return row ?? { total: 0, open: 0, late: 0, waiting: 0, items: [], years: [], schools: [] };
}

/** All recommendations of a school and year that the viewer sees: drafts first, then by day. */
export async function ofSchool(
  tx: Tx,
  municipalityId: string,
  schoolId: string,
  year: number,
): Promise<readonly Recommendation[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT ${FIELDS} ${FROM}
    WHERE c.municipality_id = ${municipalityId}::uuid AND c.school_id = ${schoolId}::uuid AND c.year = ${year}::int
    ORDER BY (c.state = 'DRAFT') DESC, c.due NULLS LAST, c.id`;
  return rows.map(shape);
}

/** The recommendation, or undefined where the viewer's scope has none of this id. With `lock`, held to the end. */
export async function findRecommendation(
  tx: Tx,
  municipalityId: string,
  recommendationId: string,
  lock = false,
): Promise<Recommendation | undefined> {
  if (lock)
    await tx.$queryRaw`SELECT FROM recommendation
      WHERE id = ${recommendationId}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<Row[]>`SELECT ${FIELDS} ${FROM}
    WHERE c.id = ${recommendationId}::uuid AND c.municipality_id = ${municipalityId}::uuid`;
  return row && shape(row);
}

/** Locks all recommendations of a school and year against another specialist who prepares the same ones. */
export async function holdSchoolYear(tx: Tx, schoolId: string, year: number): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`recommendations ${schoolId} ${year}`}, 0))::text`;
}

export type NewRecommendation = Omit<
  Recommendation,
  'id' | 'schoolName' | 'state' | 'version' | 'sentAt' | 'updatedAt' | 'grounds'
> & { readonly grounds: readonly Ground[] };

const dateOf = (day: Day | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** New drafts, in the order given. */
export async function insertDrafts(
  tx: Tx,
  municipalityId: string,
  drafts: readonly NewRecommendation[],
  authorId: string,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  const rows = drafts.map(({ grounds: points, due, ...draft }) => ({
    ...draft,
    ...{ id: newId(), municipalityId, createdById: authorId, due: dateOf(due) },
    items: points.map(({ code }) => code),
    grounds: points.map(({ code, wording, reason }) => ({ code, wording, reason })),
  }));
  await tx.recommendation.createMany({ data: rows });
  return rows.map(({ id }) => ({ id, version: 1 }));
}

type Seen = Pick<Recommendation, 'id' | 'version'>;
type Change = Partial<
  Omit<NewRecommendation, 'grounds' | 'schoolId' | 'year' | 'cardId' | 'remedyId' | 'remedyVersion'>
> & {
  readonly state?: RecommendationState;
  readonly sentAt?: Date;
};

/** False: the recommendation is no longer what was seen, nothing is written. */
export async function updateRecommendation(tx: Tx, { id, version }: Seen, change: Change): Promise<boolean> {
  const { due, ...rest } = change;
  const { count } = await tx.recommendation.updateMany({
    where: { id, version },
    data: { ...rest, ...(due === undefined ? {} : { due: dateOf(due) }), version: version + 1, updatedAt: new Date() },
  });
  return count === 1;
}

/** Removes a draft. False: it was sent or changed meanwhile. */
export async function deleteDraft(tx: Tx, { id, version }: Seen): Promise<boolean> {
  const { count } = await tx.recommendation.deleteMany({ where: { id, version, state: 'DRAFT' } });
  return count === 1;
}

/** What happened to a recommendation once. */
export type RecommendationEvent = {
  readonly id: string;
  readonly from: RecommendationState | null;
  readonly to: RecommendationState;
  readonly text: string;
  readonly author: string;
  readonly at: Date;
};

export async function eventsOf(tx: Tx, recommendationId: string): Promise<readonly RecommendationEvent[]> {
  return tx.$queryRaw<RecommendationEvent[]>`
    SELECT e.id::text, e."from"::text, e."to"::text, e.text, coalesce(u.name, 'сотрудник') AS author, e.at
    FROM recommendation_event e LEFT JOIN app_user u ON u.id = e.author_id
    WHERE e.recommendation_id = ${recommendationId}::uuid ORDER BY e.at, e.id`;
}

export async function insertEvents(
  tx: Tx,
  municipalityId: string,
  of: readonly Pick<Recommendation, 'id' | 'schoolId'>[],
  event: Pick<RecommendationEvent, 'from' | 'to' | 'text'> & { readonly authorId: string },
): Promise<void> {
  await tx.recommendationEvent.createMany({
    data: of.map(({ id, schoolId }) => ({ ...event, id: newId(), municipalityId, schoolId, recommendationId: id })),
  });
}

/** How the schools of a municipality stand with what they were recommended this year. */
export type SchoolStanding = {
  readonly id: string;
  readonly name: string;
  readonly drafts: number;
  readonly open: number;
  readonly late: number;
  readonly waiting: number;
  readonly done: number;
};

const SCHOOL_ORDERS: Readonly<Record<string, string>> = {
  name: 's.short_name, s.id',
  '-name': 's.short_name DESC, s.id',
  late: 'late, s.short_name, s.id',
  '-late': 'late DESC, s.short_name, s.id',
  waiting: 'waiting, s.short_name, s.id',
  '-waiting': 'waiting DESC, s.short_name, s.id',
  open: 'open, s.short_name, s.id',
  '-open': 'open DESC, s.short_name, s.id',
};

export async function standingOfSchools(
  tx: Tx,
  municipalityId: string,
  { q, sort, year }: { readonly q: string; readonly sort: string; readonly year: number },
  today: Day,
): Promise<readonly SchoolStanding[]> {
  return tx.$queryRaw<SchoolStanding[]>`
    SELECT s.id::text, s.short_name AS name, count(c.id) FILTER (WHERE c.state = 'DRAFT')::int AS drafts,
      count(c.id) FILTER (WHERE ${OPEN})::int AS open, count(c.id) FILTER (WHERE ${OPEN} AND c.due < ${today}::date)::int AS late,
      count(c.id) FILTER (WHERE ${WAITING})::int AS waiting, count(c.id) FILTER (WHERE c.state = 'DONE')::int AS done
    FROM school s LEFT JOIN recommendation c ON c.school_id = s.id AND c.year = ${year}::int
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL
      AND (${q} = '' OR s.short_name ILIKE ${like(q)} OR s.name ILIKE ${like(q)})
    GROUP BY s.id ORDER BY ${Prisma.raw(SCHOOL_ORDERS[sort] ?? 's.short_name, s.id')}`;
}

/** Counts of the viewer's scope, and the nearest days of what he has to do: a school its own, the centre what waits for it. */
export async function dueFacts(
  tx: Tx,
  municipalityId: string,
  whose: 'SCHOOL' | 'CENTRE',
  today: Day,
  limit: number,
): Promise<{ open: number; late: number; waiting: number; next: readonly Recommendation[] }> {
  const own = Prisma.sql`c.municipality_id = ${municipalityId}::uuid`;
  const [counts] = await tx.$queryRaw<{ open: number; late: number; waiting: number }[]>`/*recommendations_due*/ SELECT
    count(*) FILTER (WHERE ${OPEN})::int AS open, count(*) FILTER (WHERE ${OPEN} AND c.due < ${today}::date)::int AS late,
    count(*) FILTER (WHERE ${WAITING})::int AS waiting FROM recommendation c WHERE ${own}`;
  const rows = await tx.$queryRaw<Row[]>`/*recommendations_next*/ SELECT ${FIELDS} ${FROM}
    WHERE ${own} AND ${whose === 'SCHOOL' ? OPEN : WAITING} ORDER BY c.due, c.id LIMIT ${Prisma.raw(String(limit))}`;
  return { ...(counts ?? { open: 0, late: 0, waiting: 0 }), next: rows.map(shape) };
}
