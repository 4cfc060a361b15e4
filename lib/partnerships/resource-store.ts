import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Resource } from '@/lib/partnerships/partnership';
import type { ResourceSearch } from '@/lib/partnerships/partnership-search';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

const FIELDS = Prisma.sql`r.id::text, r.school_id::text AS "schoolId", r.organisation_id::text AS "organisationId",
  r.owner_name AS "ownerName", r.kind::text AS kind, r.title, r.terms, r.version`;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function filtered(municipalityId: string, { q, kind, school }: ResourceSearch): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`r.municipality_id = ${municipalityId}::uuid AND r.removed_at IS NULL`,
      ...(kind ? [Prisma.sql`r.kind = ${kind}::resource_kind`] : []),
      ...(school ? [Prisma.sql`r.school_id = ${school}::uuid`] : []),
      ...(q ? [Prisma.sql`concat_ws(' ', r.title, r.terms, r.owner_name) ILIKE ${like(q)}`] : []),
    ],
    ' AND ',
  );
}

const ORDERS: Record<ResourceSearch['sort'], Prisma.Sql> = {
  title: Prisma.sql`r.title COLLATE "russian", r.id`,
  '-title': Prisma.sql`r.title COLLATE "russian" DESC, r.id`,
  owner: Prisma.sql`r.owner_name COLLATE "russian", r.title COLLATE "russian", r.id`,
  '-owner': Prisma.sql`r.owner_name COLLATE "russian" DESC, r.title COLLATE "russian", r.id`,
};

/** What schools and organisations offer, under a filter; `total` of the filter stands in every row's company. */
export async function resourcesSlice(
  tx: Tx,
  municipalityId: string,
  search: ResourceSearch,
  size: number,
): Promise<{ readonly rows: readonly Resource[]; readonly total: number }> {
  const rows = await tx.$queryRaw<(Resource & { total: number })[]>`/*resources*/
    SELECT ${FIELDS}, count(*) OVER ()::int AS total FROM partner_resource r WHERE ${filtered(municipalityId, search)}
    ORDER BY ${ORDERS[search.sort]} LIMIT ${size}::int OFFSET ${search.after ?? 0}::int`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** What one partner offers: a school or an organisation. */
export async function resourcesOf(
  tx: Tx,
  municipalityId: string,
  owner: { readonly schoolId: string | null; readonly organisationId: string | null },
): Promise<readonly Resource[]> {
  return tx.$queryRaw<Resource[]>`SELECT ${FIELDS} FROM partner_resource r
    WHERE r.municipality_id = ${municipalityId}::uuid AND r.removed_at IS NULL
      AND (r.school_id = ${owner.schoolId}::uuid OR r.organisation_id = ${owner.organisationId}::uuid)
    ORDER BY r.kind, r.title COLLATE "russian", r.id LIMIT 100`;
}

export async function findResource(tx: Tx, municipalityId: string, resourceId: string): Promise<Resource | undefined> {
  const [row] = await tx.$queryRaw<Resource[]>`SELECT ${FIELDS} FROM partner_resource r
    WHERE r.id = ${resourceId}::uuid AND r.municipality_id = ${municipalityId}::uuid AND r.removed_at IS NULL`;
  return row;
}

export async function insertResource(
  tx: Tx,
  municipalityId: string,
  draft: Omit<Resource, 'id' | 'version'>,
  createdById: string,
): Promise<string> {
  const id = newId();
  await tx.partnerResource.createMany({ data: [{ ...draft, id, municipalityId, createdById }] });
  return id;
}

type Change = Pick<Resource, 'kind' | 'title' | 'terms'> & { readonly removedAt?: Date };

/** False: it is no longer what was seen, nothing is written. */
export async function updateResource(
  tx: Tx,
  { id, version }: Pick<Resource, 'id' | 'version'>,
  change: Change,
): Promise<boolean> {
  const { count } = await tx.partnerResource.updateMany({
    where: { id, version, removedAt: null },
    data: { ...change, version: version + 1 },
  });
  return count === 1;
}
