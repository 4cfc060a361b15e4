import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { ANY_ITEM, type CatalogueLine, type CatalogueSearch } from '@/lib/recommendations/catalogue-search';
import type { Remedy, RemedyWords } from '@/lib/recommendations/remedy';
import { Prisma } from '@/prisma/generated/client';

const WORDS = Prisma.sql`v.item, v.cause, v.measure, v.term, v.responsible, v.result, v.indicator, v.proof, v.cost,
  v.evidence::text AS evidence, v.provenance`;
const NOW = Prisma.sql`remedy r JOIN remedy_version v ON v.remedy_id = r.id AND v.number = r.version`;
const HEAD = Prisma.sql`r.id::text AS id, r.version, r.archived_at AS "archivedAt"`;

const ORDERS: Readonly<Record<string, string>> = {
  item: 'v.item COLLATE "russian", v.measure COLLATE "russian", r.id',
  '-item': 'v.item COLLATE "russian" DESC, v.measure COLLATE "russian", r.id',
  measure: 'v.measure COLLATE "russian", r.id',
  '-measure': 'v.measure COLLATE "russian" DESC, r.id',
  used: 'used, v.item COLLATE "russian", r.id',
  '-used': 'used DESC, v.item COLLATE "russian", r.id',
};

/** A catalogue holds some hundred measures: it is read whole. */
const CATALOGUE_MAX = 2000;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function filtered(municipalityId: string, { q, item, state }: CatalogueSearch): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`r.municipality_id = ${municipalityId}::uuid`,
      ...(state === 'all' ? [] : [Prisma.sql`(r.archived_at IS NOT NULL) = ${state === 'archived'}`]),
      ...(item === undefined ? [] : [Prisma.sql`v.item = ${item === ANY_ITEM ? '' : item}`]),
      ...(q
        ? [Prisma.sql`concat_ws(' ', v.measure, v.cause, v.result, v.indicator, v.responsible) ILIKE ${like(q)}`]
        : []),
    ],
    ' AND ',
  );
}

/** The catalogue of a municipality in the words in force. */
export async function listRemedies(
  tx: Tx,
  municipalityId: string,
  search: CatalogueSearch,
): Promise<readonly CatalogueLine[]> {
  return tx.$queryRaw<CatalogueLine[]>`
    SELECT ${HEAD}, ${WORDS},
      (SELECT count(*)::int FROM recommendation c WHERE c.remedy_id = r.id AND c.state <> 'WITHDRAWN') AS used
    FROM ${NOW} WHERE ${filtered(municipalityId, search)}
    ORDER BY ${Prisma.raw(ORDERS[search.sort ?? 'item'] ?? 'r.id')} LIMIT ${Prisma.raw(String(CATALOGUE_MAX))}`;
}

/** What is proposed from: every measure that is not archived, in the order of codes. */
export async function livingRemedies(tx: Tx, municipalityId: string): Promise<readonly Remedy[]> {
  return tx.$queryRaw<Remedy[]>`
    SELECT ${HEAD}, ${WORDS} FROM ${NOW}
    WHERE r.municipality_id = ${municipalityId}::uuid AND r.archived_at IS NULL
    ORDER BY v.item COLLATE "russian", r.created_at, r.id LIMIT ${Prisma.raw(String(CATALOGUE_MAX))}`;
}

/** Codes that the catalogue names, for the filter. */
export async function itemsOfCatalogue(tx: Tx, municipalityId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ item: string }[]>`
    SELECT item FROM (SELECT DISTINCT v.item FROM ${NOW} WHERE r.municipality_id = ${municipalityId}::uuid) found
    ORDER BY item COLLATE "russian"`;
  return rows.map(({ item }) => item);
}

/** How many entries of the starting catalogue the municipality has not copied yet. */
export async function countNewStarters(tx: Tx, municipalityId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM starter_remedy s
    WHERE NOT EXISTS (SELECT FROM remedy r WHERE r.municipality_id = ${municipalityId}::uuid AND r.starter_key = s.key)`;
  return row?.count ?? 0;
}

/** A measure in the words in force, or undefined where the viewer's scope has none of this id. With `lock`, held to the end. */
export async function findRemedy(
  tx: Tx,
  municipalityId: string,
  remedyId: string,
  lock = false,
): Promise<Remedy | undefined> {
  if (lock)
    await tx.$queryRaw`SELECT FROM remedy WHERE id = ${remedyId}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<Remedy[]>`
    SELECT ${HEAD}, ${WORDS} FROM ${NOW} WHERE r.id = ${remedyId}::uuid AND r.municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** One version of a measure with who wrote it. */
export type RemedyVersion = RemedyWords & { readonly number: number; readonly author: string; readonly at: Date };

/** All versions, the newest first. */
export async function versionsOf(tx: Tx, remedyId: string): Promise<readonly RemedyVersion[]> {
  return tx.$queryRaw<RemedyVersion[]>`
    SELECT v.number, ${WORDS}, coalesce(u.name, 'сотрудник центра') AS author, v.at
    FROM remedy_version v LEFT JOIN app_user u ON u.id = v.author_id
    WHERE v.remedy_id = ${remedyId}::uuid ORDER BY v.number DESC`;
}

export async function insertRemedy(
  tx: Tx,
  municipalityId: string,
  words: RemedyWords,
  authorId: string,
): Promise<string> {
  const id = newId();
  await tx.remedy.createMany({ data: [{ id, municipalityId, createdById: authorId }] });
  await tx.remedyVersion.createMany({ data: [{ ...words, remedyId: id, number: 1, municipalityId, authorId }] });
  return id;
}

/** Adds a version and puts it in force. False: the measure is no longer what was seen. */
export async function insertVersion(
  tx: Tx,
  municipalityId: string,
  { id, version }: Pick<Remedy, 'id' | 'version'>,
  words: RemedyWords,
  authorId: string,
): Promise<boolean> {
  const { count } = await tx.remedy.updateMany({ where: { id, version }, data: { version: version + 1 } });
  if (count !== 1) return false;
  await tx.remedyVersion.createMany({
    data: [{ ...words, remedyId: id, number: version + 1, municipalityId, authorId }],
  });
  return true;
}

/** Puts a measure into the archive or takes it out. False: it was there already. */
export async function setArchived(tx: Tx, remedyId: string, archived: boolean): Promise<boolean> {
  const { count } = await tx.remedy.updateMany({
    where: { id: remedyId, archivedAt: archived ? null : { not: null } },
    data: { archivedAt: archived ? new Date() : null },
  });
  return count === 1;
}

/** Copies what the municipality has not copied yet; gives how many. Two at once copy each entry once. */
export async function copyStarters(tx: Tx, municipalityId: string, authorId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`starters ${municipalityId}`}, 0))::text`;
  const starters = await tx.$queryRaw<(RemedyWords & { key: string })[]>`
    SELECT v.key, ${WORDS} FROM starter_remedy v
    WHERE NOT EXISTS (SELECT FROM remedy r WHERE r.municipality_id = ${municipalityId}::uuid AND r.starter_key = v.key)
    ORDER BY v.position, v.key`;
  const copies = starters.map(({ key, ...words }) => ({ id: newId(), key, words }));
  await tx.remedy.createMany({
    data: copies.map(({ id, key }) => ({ id, municipalityId, starterKey: key, createdById: authorId })),
  });
  await tx.remedyVersion.createMany({
    data: copies.map(({ id, words }) => ({ ...words, remedyId: id, number: 1, municipalityId, authorId })),
  });
  return copies.length;
}
