import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Partnership } from '@/lib/partnerships/partnership';
import type { PartnershipState } from '@/lib/partnerships/partnership-moves';
import type { PartnershipSearch } from '@/lib/partnerships/partnership-search';
import { LIVING } from '@/lib/partnerships/readiness-store';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

const FIELDS = Prisma.sql`p.id::text, p.year::int AS year, p.school_id::text AS "schoolId", p.school_name AS "schoolName",
  p.partner_school_id::text AS "partnerSchoolId", p.organisation_id::text AS "organisationId", p.partner_name AS "partnerName",
  p.state::text AS state, p.model::text AS model, p.theme, p.ask, p.agreement_number AS "agreementNumber",
  p.agreement_date::text AS "agreementDate", p.parties, p.starts::text AS starts, p.ends::text AS ends, p.version,
  p.updated_at AS "updatedAt"`;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function filtered(municipalityId: string, { q, school, state, model, year }: PartnershipSearch): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`p.municipality_id = ${municipalityId}::uuid`,
      ...(school ? [Prisma.sql`${school}::uuid IN (p.school_id, p.partner_school_id)`] : []),
      ...(model ? [Prisma.sql`p.model = ${model}::partnership_model`] : []),
      ...(year === undefined ? [] : [Prisma.sql`p.year = ${year}::int`]),
      ...(state === undefined ? [LIVING] : []),
      ...(state && state !== 'all' ? [Prisma.sql`p.state = ${state}::partnership_state`] : []),
      ...(q
        ? [
            Prisma.sql`concat_ws(' ', p.school_name, p.partner_name, p.theme, p.ask, p.agreement_number) ILIKE ${like(q)}`,
          ]
        : []),
    ],
    ' AND ',
  );
}

const ORDERS: Record<PartnershipSearch['sort'], Prisma.Sql> = {
  school: Prisma.sql`p.school_name COLLATE "russian", p.id`,
  '-school': Prisma.sql`p.school_name COLLATE "russian" DESC, p.id`,
  partner: Prisma.sql`p.partner_name COLLATE "russian", p.id`,
  '-partner': Prisma.sql`p.partner_name COLLATE "russian" DESC, p.id`,
  updated: Prisma.sql`p.updated_at, p.id`,
  '-updated': Prisma.sql`p.updated_at DESC, p.id`,
};

export const PAGE_SIZE = 50;

export type ListedPartnership = Partnership & { readonly works: number; readonly lastWork: Day | null };

/** One page of the list with the number of meetings so far. */
export async function partnershipsSlice(
  tx: Tx,
  municipalityId: string,
  search: PartnershipSearch,
  size: number = PAGE_SIZE,
): Promise<readonly ListedPartnership[]> {
  return tx.$queryRaw<ListedPartnership[]>`/*partnerships*/ SELECT ${FIELDS},
      (SELECT count(*)::int FROM joint_work w WHERE w.partnership_id = p.id) AS works,
      (SELECT max(w."on")::text FROM joint_work w WHERE w.partnership_id = p.id) AS "lastWork"
    FROM partnership p WHERE ${filtered(municipalityId, search)}
    ORDER BY ${ORDERS[search.sort]} LIMIT ${size}::int OFFSET ${search.after ?? 0}::int`;
}

export type PartnershipFacts = {
  readonly total: number;
  /** Of everything that the viewer sees, whatever the filter. */
  readonly running: number;
  readonly asked: number;
  readonly years: readonly number[];
};

export async function partnershipFacts(
  tx: Tx,
  municipalityId: string,
  search: PartnershipSearch,
): Promise<PartnershipFacts> {
  const own = Prisma.sql`p.municipality_id = ${municipalityId}::uuid`;
  const [row] = await tx.$queryRaw<PartnershipFacts[]>`/*partnership_facts*/ SELECT
    (SELECT count(*)::int FROM partnership p WHERE ${filtered(municipalityId, search)}) AS total,
    (SELECT count(*)::int FROM partnership p WHERE ${own} AND p.state = 'RUNNING') AS running,
    (SELECT count(*)::int FROM partnership p WHERE ${own} AND p.state = 'ASKED') AS asked,
    ARRAY (SELECT DISTINCT p.year::int FROM partnership p WHERE ${own} ORDER BY 1 DESC) AS years`;
  return row ?? { total: 0, running: 0, asked: 0, years: [] };
}

/** The partnership, or undefined where the viewer's scope has none of this id. With `lock`, held to the end. */
export async function findPartnership(
  tx: Tx,
  municipalityId: string,
  partnershipId: string,
  lock = false,
): Promise<Partnership | undefined> {
  // Not FOR UPDATE: the school that is helped may read the row and not change it.
  if (lock)
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`partnership ${partnershipId}`}, 0))::text`;
  const [row] = await tx.$queryRaw<Partnership[]>`SELECT ${FIELDS} FROM partnership p
    WHERE p.id = ${partnershipId}::uuid AND p.municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** Partnerships of one school on either side, what lives first. */
export async function partnershipsOf(
  tx: Tx,
  municipalityId: string,
  schoolId: string,
  limit: number,
): Promise<readonly ListedPartnership[]> {
  return tx.$queryRaw<ListedPartnership[]>`SELECT ${FIELDS},
      (SELECT count(*)::int FROM joint_work w WHERE w.partnership_id = p.id) AS works,
      (SELECT max(w."on")::text FROM joint_work w WHERE w.partnership_id = p.id) AS "lastWork"
    FROM partnership p
    WHERE p.municipality_id = ${municipalityId}::uuid AND ${schoolId}::uuid IN (p.school_id, p.partner_school_id)
    ORDER BY (${LIVING}) DESC, p.updated_at DESC, p.id LIMIT ${limit}::int`;
}

const dateOf = (day: Day | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

export type NewPartnership = Pick<
  Partnership,
  'year' | 'schoolId' | 'schoolName' | 'partnerSchoolId' | 'organisationId' | 'partnerName' | 'model' | 'theme' | 'ask'
> & {
  readonly ground?: { readonly score: number; readonly reasons: readonly string[]; readonly others: readonly string[] };
};

/** A partnership that nobody but the centre knows yet, with why the portal proposed it. */
export async function insertPartnership(
  tx: Tx,
  municipalityId: string,
  { ground, ...draft }: NewPartnership,
  createdById: string,
): Promise<string> {
  const id = newId();
  await tx.partnership.createMany({ data: [{ ...draft, id, municipalityId, createdById }] });
  if (ground)
    await tx.partnershipGround.createMany({
      data: [
        {
          ...{ partnershipId: id, municipalityId, score: ground.score },
          ...{ reasons: [...ground.reasons], others: [...ground.others] },
        },
      ],
    });
  return id;
}

type Seen = Pick<Partnership, 'id' | 'version'>;
type Change = Partial<
  Pick<
    Partnership,
    'state' | 'model' | 'theme' | 'ask' | 'agreementNumber' | 'agreementDate' | 'parties' | 'starts' | 'ends'
  >
>;

/** False: the partnership is no longer what was seen, nothing is written. */
export async function updatePartnership(tx: Tx, { id, version }: Seen, change: Change): Promise<boolean> {
  const { agreementDate, starts, ends, ...rest } = change;
  const { count } = await tx.partnership.updateMany({
    where: { id, version },
    data: {
      ...rest,
      ...(agreementDate === undefined ? {} : { agreementDate: dateOf(agreementDate) }),
      ...(starts === undefined ? {} : { starts: dateOf(starts) }),
      ...(ends === undefined ? {} : { ends: dateOf(ends) }),
      ...{ version: version + 1, updatedAt: new Date() },
    },
  });
  return count === 1;
}

/** Removes one that was only proposed. False: it was asked or changed meanwhile. */
export async function deleteProposed(tx: Tx, { id, version }: Seen): Promise<boolean> {
  await tx.partnershipGround.deleteMany({ where: { partnershipId: id } });
  const { count } = await tx.partnership.deleteMany({ where: { id, version, state: 'PROPOSED' } });
  return count === 1;
}

export async function groundOf(tx: Tx, partnershipId: string) {
  const row = await tx.partnershipGround.findUnique({
    where: { partnershipId },
    select: { score: true, reasons: true, others: true },
  });
  return row ?? undefined;
}

/** What happened to a partnership once; `side` says whose step it was. */
export type PartnershipEvent = {
  readonly id: string;
  readonly from: PartnershipState | null;
  readonly to: PartnershipState;
  readonly text: string;
  readonly side: string;
  readonly at: Date;
};

export async function eventsOf(tx: Tx, partnershipId: string): Promise<readonly PartnershipEvent[]> {
  return tx.$queryRaw<PartnershipEvent[]>`
    SELECT e.id::text, e."from"::text AS "from", e."to"::text AS "to", e.text, e.side, e.at FROM partnership_event e
    WHERE e.partnership_id = ${partnershipId}::uuid ORDER BY e.at, e.id`;
}

export async function insertEvent(
  tx: Tx,
  municipalityId: string,
  partnershipId: string,
  event: Pick<PartnershipEvent, 'from' | 'to' | 'text' | 'side'> & { readonly authorId: string },
): Promise<void> {
  await tx.partnershipEvent.createMany({ data: [{ ...event, id: newId(), municipalityId, partnershipId }] });
}
