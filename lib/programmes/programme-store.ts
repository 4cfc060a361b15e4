import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import {
  type Programme,
  type ProgrammeContent,
  type ProgrammeLine,
  type ProgrammeSearch,
  programmeContent,
  stageProgress,
} from '@/lib/programmes/programme';
import type { ProgrammeKind, ProgrammeState } from '@/lib/programmes/words';

const ORDERS: Readonly<Record<string, string>> = {
  title: 'p.title, p.id',
  '-title': 'p.title DESC, p.id',
  school: 's.short_name NULLS FIRST, p.title, p.id',
  '-school': 's.short_name DESC NULLS LAST, p.title, p.id',
  years: 'p.first_year, p.title, p.id',
  '-years': 'p.first_year DESC, p.title, p.id',
};

/** Editions of the viewer's scope; past ones stand in the archive. Without a wish, whose they are goes first. */
export async function listProgrammes(
  tx: Tx,
  municipalityId: string,
  { q, kind, state, sort }: ProgrammeSearch,
  limit: number,
): Promise<readonly ProgrammeLine[]> {
  const order =
    ORDERS[sort ?? ''] ?? "(p.state = 'ARCHIVED'), s.short_name NULLS FIRST, p.first_year DESC, p.title, p.id";
  return tx.$queryRawUnsafe<ProgrammeLine[]>(
    `SELECT p.id::text, p.root_id::text AS "rootId", p.edition, p.school_id::text AS "schoolId", s.short_name AS "schoolName",
        p.kind::text, p.title, p.first_year AS "firstYear", p.last_year AS "lastYear", p.state::text,
        p.order_number AS "orderNumber", p.order_date::text AS "orderDate"
      FROM programme p LEFT JOIN school s ON s.id = p.school_id
      WHERE p.municipality_id = $1::uuid AND ($2::text IS NULL OR p.title ILIKE $2 OR s.short_name ILIKE $2)
        AND ($3::text IS NULL OR p.kind::text = $3) AND ($4::text IS NULL OR p.state::text = $4)
    ORDER BY ${order} LIMIT ${limit}`,
    municipalityId,
    q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null,
    kind ?? null,
    state ?? null,
  );
}

/** The edition, or undefined where the viewer's scope has none of this id. With `lock`, held to the end of the transaction. */
export async function findProgramme(
  tx: Tx,
  municipalityId: string,
  programmeId: string,
  lock = false,
): Promise<Programme | undefined> {
  if (lock)
    await tx.$queryRaw`SELECT FROM programme WHERE id = ${programmeId}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<
    (Omit<Programme, 'content' | 'progress'> & { content: unknown; progress: unknown })[]
  >`
    SELECT p.id::text, p.root_id::text AS "rootId", p.edition, p.school_id::text AS "schoolId", s.short_name AS "schoolName",
      p.kind::text, p.title, p.first_year AS "firstYear", p.last_year AS "lastYear", p.content, p.progress, p.state::text,
      p.version, p.roadmap_id::text AS "roadmapId", r.title AS "roadmapTitle", p.order_number AS "orderNumber",
      p.order_date::text AS "orderDate"
    FROM programme p LEFT JOIN school s ON s.id = p.school_id LEFT JOIN roadmap r ON r.id = p.roadmap_id
    WHERE p.id = ${programmeId}::uuid AND p.municipality_id = ${municipalityId}::uuid`;
  return row && { ...row, content: programmeContent.parse(row.content), progress: stageProgress.parse(row.progress) };
}

/** Editions of one programme, the first one first. */
export async function editionsOf(tx: Tx, rootId: string) {
  return tx.$queryRaw<
    { id: string; edition: number; state: ProgrammeState; orderNumber: string; orderDate: string | null }[]
  >`
    SELECT id::text, edition, state::text, order_number AS "orderNumber", order_date::text AS "orderDate"
    FROM programme WHERE root_id = ${rootId}::uuid ORDER BY edition`;
}

export type NewProgramme = {
  readonly municipalityId: string;
  readonly schoolId: string | null;
  readonly kind: ProgrammeKind;
  readonly title: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly content: ProgrammeContent;
  readonly authorId: string;
};

/** Drafts from a template; a school that has a programme of the kind from this year keeps it. Says the ids of the new ones. */
export async function insertProgrammes(tx: Tx, drafts: readonly NewProgramme[]): Promise<readonly string[]> {
  const rows = drafts.map(({ authorId, ...draft }) => {
    const id = newId();
    return { ...draft, id, rootId: id, createdById: authorId };
  });
  const made = await tx.programme.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true } });
  return made.map(({ id }) => id);
}

/** The next edition as a draft with the same words; undefined where somebody has begun it already. */
export async function insertEdition(
  tx: Tx,
  municipalityId: string,
  of: Programme,
  authorId: string,
): Promise<string | undefined> {
  const [made] = await tx.programme.createManyAndReturn({
    data: [
      {
        ...{ id: newId(), municipalityId, schoolId: of.schoolId, rootId: of.rootId, edition: of.edition + 1 },
        ...{ kind: of.kind, title: of.title, firstYear: of.firstYear, lastYear: of.lastYear, content: of.content },
        ...{ progress: of.progress, roadmapId: of.roadmapId, createdById: authorId },
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return made?.id;
}

type Change = {
  readonly title?: string;
  readonly content?: ProgrammeContent;
  readonly progress?: Programme['progress'];
  readonly roadmapId?: string | null;
  readonly state?: ProgrammeState;
  readonly approvedAt?: Date;
  readonly orderNumber?: string;
  readonly orderDate?: Day;
};

/** False: the programme is no longer what was seen, nothing is written. */
export async function updateProgramme(
  tx: Tx,
  { id, version }: Pick<Programme, 'id' | 'version'>,
  { orderDate, ...change }: Change,
): Promise<boolean> {
  const { count } = await tx.programme.updateMany({
    where: { id, version },
    data: {
      ...change,
      ...(orderDate ? { orderDate: new Date(`${orderDate}T00:00:00Z`) } : {}),
      version: version + 1,
      updatedAt: new Date(),
    },
  });
  return count === 1;
}

/** Earlier approved editions go to the archive when a later one is approved. */
export async function archiveEarlier(
  tx: Tx,
  { rootId, edition }: Pick<Programme, 'rootId' | 'edition'>,
): Promise<void> {
  await tx.programme.updateMany({
    where: { rootId, edition: { lt: edition }, state: 'APPROVED' },
    data: { state: 'ARCHIVED', version: { increment: 1 }, updatedAt: new Date() },
  });
}

type NewEvent = { readonly state: ProgrammeState; readonly comment: string; readonly authorId: string };

export async function addEvent(tx: Tx, municipalityId: string, programmeId: string, event: NewEvent): Promise<void> {
  await tx.programmeEvent.create({
    data: { ...event, id: newId(), municipalityId, programmeId },
    select: { id: true },
  });
}

/** What happened to an edition, the latest first. */
export async function eventsOf(tx: Tx, programmeId: string) {
  return tx.programmeEvent.findMany({
    where: { programmeId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, state: true, comment: true, at: true },
  });
}

/** Schools that work now; alphabetical. */
export async function workingSchools(tx: Tx, municipalityId: string): Promise<readonly { id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text, short_name AS name FROM school
    WHERE municipality_id = ${municipalityId}::uuid AND closed_at IS NULL ORDER BY short_name, id`;
}

/** Roadmaps that a programme may be carried out by: of the same school, or the municipality's own. */
export async function roadmapsFor(tx: Tx, municipalityId: string, schoolId: string | null) {
  return tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT id::text, title || ' (' || year || ')' AS title FROM roadmap
    WHERE municipality_id = ${municipalityId}::uuid AND school_id IS NOT DISTINCT FROM ${schoolId}::uuid
      AND status <> 'ARCHIVED' ORDER BY year DESC, title, id LIMIT 100`;
}
