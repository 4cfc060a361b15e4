import 'server-only';
import type { Day } from '@/lib/kernel/day';
import type { Scope, Tx } from '@/lib/platform/prisma';
import type { SchoolContext, SchoolKind, SchoolPlace } from '@/lib/schools/codes';
import { type Cursor, type RegisterFilter, type RegisterSort, readCursor, writeCursor } from '@/lib/schools/register';
import { schoolsOf } from '@/lib/schools/scope-store';
import { type SearchWord, searchWords } from '@/lib/schools/search';
import { Prisma } from '@/prisma/generated/client';

/** One line of the register. */
export type RegisterRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: SchoolKind;
  readonly place: SchoolPlace;
  readonly grades: readonly number[];
  readonly pupils: number | null;
  readonly contexts: readonly SchoolContext[];
  readonly closedOn: Day | null;
};

export type RegisterPage = {
  readonly rows: readonly RegisterRow[];
  /** How many the filter finds; counted only up to COUNT_MAX, so that no page costs more as the register grows. */
  readonly total: number;
  readonly totalIsMore: boolean;
  /** Nothing matches the search itself: these are the nearest, the closest first. */
  readonly nearest: boolean;
  /** School years that have an approved list, the latest first. */
  readonly listedYears: readonly number[];
  readonly after?: string;
  readonly before?: string;
};

export const PAGE_SIZE = 50;
export const COUNT_MAX = 1000;

/** How near each word must be to some word of the school to be offered at all (share of its trigrams). */
const NEAREST_MIN = 0.3;

const FIELDS = Prisma.sql`s.id::text AS id, s.code, s.name, s.short_name AS "shortName", s.kind::text AS kind,
  s.place::text AS place, s.grades, s.pupils, s.contexts::text[] AS contexts, s.closed_at::text AS "closedOn"`;

type Order = {
  readonly key: Prisma.Sql;
  readonly cast: Prisma.Sql;
  readonly of: (row: RegisterRow) => string | number;
};

const NAME: Order = { key: Prisma.sql`s.short_name`, cast: Prisma.sql`text`, of: (row) => row.shortName };
const CODE: Order = { key: Prisma.sql`s.code`, cast: Prisma.sql`text`, of: (row) => row.code };
/** Unknown numbers stand as −1. CASE, because row-level security keeps COALESCE away from the index. */
const PUPILS: Order = {
  key: Prisma.sql`CASE WHEN s.pupils IS NULL THEN -1 ELSE s.pupils END`,
  cast: Prisma.sql`int`,
  of: (row) => row.pupils ?? -1,
};
const ORDERS: Record<RegisterSort, Order> = {
  name: NAME,
  '-name': NAME,
  code: CODE,
  '-code': CODE,
  pupils: PUPILS,
  '-pupils': PUPILS,
};

/** On the list in force of a campaign of that year: the last approved one, and included by it. */
const onListOf = (year: number) => Prisma.sql`EXISTS (
  SELECT FROM list_entry e JOIN approved_list l ON l.id = e.list_id JOIN campaign c ON c.id = l.campaign_id
  WHERE e.municipality_id = s.municipality_id AND e.school_id = s.id AND e.decision = 'INCLUDE'
    AND l.status = 'APPROVED' AND c.year = ${year}
    AND NOT EXISTS (SELECT FROM approved_list n
                    WHERE n.campaign_id = l.campaign_id AND n.status = 'APPROVED' AND n.number > l.number))`;

function filtered(scope: Scope, filter: RegisterFilter): Prisma.Sql {
  const conditions = [schoolsOf(scope)];
  if (filter.state === undefined) conditions.push(Prisma.sql`s.closed_at IS NULL`);
  if (filter.state === 'closed') conditions.push(Prisma.sql`s.closed_at IS NOT NULL`);
  if (filter.kind) conditions.push(Prisma.sql`s.kind = ${filter.kind}::school_kind`);
  if (filter.place) conditions.push(Prisma.sql`s.place = ${filter.place}::school_place`);
  if (filter.context) conditions.push(Prisma.sql`${filter.context}::school_context = ANY (s.contexts)`);
  if (filter.listed !== undefined) conditions.push(onListOf(filter.listed));
  return Prisma.join(conditions, ' AND ');
}

/** The collation tells what a Russian letter is even where the cluster was made without one (LC_CTYPE C). */
const matches = (word: SearchWord) => Prisma.sql`s.search_text COLLATE "russian" ~ ${word.pattern}`;

/** Beyond the page: what the screen shows about the whole set. Uncorrelated, so each is computed once a statement. */
function facts(scope: Scope, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (SELECT count(*)::int FROM (SELECT FROM school s WHERE ${where} LIMIT ${COUNT_MAX + 1}) counted) AS total,
    ARRAY (SELECT DISTINCT c.year::int FROM approved_list l JOIN campaign c ON c.id = l.campaign_id
           WHERE l.municipality_id = ${scope.municipalityId}::uuid AND l.status = 'APPROVED' ORDER BY 1 DESC) AS "listedYears"`;
}

type Facts = { readonly total: number; readonly listedYears: readonly number[] };

/** The statement of one page; exported so that a test can ask PostgreSQL how it carries it out. */
export function pageStatement(scope: Scope, filter: RegisterFilter, size: number, withFacts = true): Prisma.Sql {
  const { key, cast } = ORDERS[filter.sort];
  const after = readCursor(filter.after, filter.sort);
  const before = after ? undefined : readCursor(filter.before, filter.sort);
  const cursor = after ?? before;
  // Backwards reads the same index from the other end; so does a descending order.
  const ascending = filter.sort.startsWith('-') === (before !== undefined);
  const where = Prisma.join([filtered(scope, filter), ...searchWords(filter.q).map(matches)], ' AND ');
  const beyond = cursor
    ? Prisma.sql`AND (${key}, s.id) ${ascending ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.key}::${cast}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const direction = ascending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  // The limit is written out: a plan for «some number of rows» would not trust the index.
  return Prisma.sql`/*register*/ SELECT ${FIELDS}${withFacts ? Prisma.sql`, ${facts(scope, where)}` : Prisma.empty} FROM school s WHERE ${where} ${beyond}
    ORDER BY ${key} ${direction}, s.id ${direction} LIMIT ${Prisma.raw(String(size + 1))}`;
}

/**
 * One page of the register in one statement, by key: page 1000 costs what page 1 costs. When a search matches nothing,
 * the nearest schools come instead, the closest first and on one page.
 */
export async function registerPage(
  tx: Tx,
  scope: Scope,
  filter: RegisterFilter,
  size: number = PAGE_SIZE,
): Promise<RegisterPage> {
  const found = await tx.$queryRaw<(RegisterRow & Facts)[]>(pageStatement(scope, filter, size));
  const first = found[0];
  const known = first ?? (await emptyFacts(tx, scope, filter));
  const rest = {
    total: Math.min(known.total, COUNT_MAX),
    totalIsMore: known.total > COUNT_MAX,
    listedYears: known.listedYears,
  };
  if (known.total === 0 && searchWords(filter.q).length > 0) {
    const rows = await nearestSchools(tx, scope, filter);
    return { ...rest, rows, total: rows.length, nearest: true };
  }
  return { ...rest, ...cut(found, filter, size), nearest: false };
}

/** The rows of a later page alone, for a file: what a screen says about the whole set would be counted for each batch. */
export async function registerBatch(
  tx: Tx,
  scope: Scope,
  filter: RegisterFilter,
  size: number,
): Promise<Pick<RegisterPage, 'rows' | 'after'>> {
  return cut(await tx.$queryRaw<RegisterRow[]>(pageStatement(scope, filter, size, false)), filter, size);
}

/** The rows in the order of the screen and the cursors of the neighbouring pages. */
function cut(found: readonly (RegisterRow & Partial<Facts>)[], filter: RegisterFilter, size: number) {
  const isAfter = readCursor(filter.after, filter.sort) !== undefined;
  const isBefore = !isAfter && readCursor(filter.before, filter.sort) !== undefined;
  const more = found.length > size;
  const kept = found.slice(0, size).map(({ total: _total, listedYears: _years, ...row }): RegisterRow => row);
  const rows = isBefore ? kept.toReversed() : kept;
  const cursorOf = (row: RegisterRow | undefined): Cursor | undefined =>
    row && { key: ORDERS[filter.sort].of(row), id: row.id };
  const next = cursorOf(rows.at(-1));
  const previous = cursorOf(rows[0]);
  return {
    rows,
    ...(next && (isBefore || more) ? { after: writeCursor(next) } : {}),
    ...(previous && (isAfter || (isBefore && more)) ? { before: writeCursor(previous) } : {}),
  };
}

async function emptyFacts(tx: Tx, scope: Scope, filter: RegisterFilter): Promise<Facts> {
  const where = Prisma.join([filtered(scope, filter), ...searchWords(filter.q).map(matches)], ' AND ');
  const [row] = await tx.$queryRaw<Facts[]>`SELECT ${facts(scope, where)}`;
  return row ?? { total: 0, listedYears: [] };
}

async function nearestSchools(tx: Tx, scope: Scope, filter: RegisterFilter): Promise<RegisterRow[]> {
  const words = searchWords(filter.q);
  const lettered = words.filter((word) => !word.isNumber);
  const guessed = lettered.length > 0 ? lettered : words;
  const near = guessed.map((word) => Prisma.sql`word_similarity(${word.word}, s.search_text)`);
  const where = Prisma.join(
    [
      filtered(scope, filter),
      ...words.filter((word) => !guessed.includes(word)).map(matches),
      ...near.map((score) => Prisma.sql`${score} >= ${NEAREST_MIN}::real`),
    ],
    ' AND ',
  );
  return tx.$queryRaw<RegisterRow[]>`SELECT ${FIELDS} FROM school s WHERE ${where}
    ORDER BY ${Prisma.join(near, ' + ')} DESC, s.short_name, s.id LIMIT ${PAGE_SIZE}`;
}
