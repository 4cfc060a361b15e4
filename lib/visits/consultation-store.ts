import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { Consultation, ThemeMonth } from '@/lib/visits/consultation';
import type { ConsultationSearch } from '@/lib/visits/visit-search';
import { Prisma } from '@/prisma/generated/client';

const FIELDS = Prisma.sql`c.id::text, c.school_id::text AS "schoolId", s.short_name AS "schoolName", t.name AS theme,
  c.term_id::text AS "themeId", c.kind::text AS kind, c.level::text AS level, c.text, c.state::text AS state,
  c.asked_on::text AS "askedOn", c.taken_on::text AS "takenOn",
  CASE WHEN c.taken_by_id IS NULL THEN '' ELSE coalesce(u.name, 'специалист центра') END AS specialist,
  c.answered_on::text AS "answeredOn", c.answer, c.version`;
const FROM = Prisma.sql`FROM consultation c JOIN school s ON s.id = c.school_id JOIN visit_term t ON t.id = c.term_id
  LEFT JOIN app_user u ON u.id = c.taken_by_id`;
const WAITING = Prisma.sql`c.state IN ('ASKED', 'TAKEN')`;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function filtered(municipalityId: string, { q, school, theme, kind, state }: ConsultationSearch): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`c.municipality_id = ${municipalityId}::uuid`,
      ...(school ? [Prisma.sql`c.school_id = ${school}::uuid`] : []),
      ...(theme ? [Prisma.sql`c.term_id = ${theme}::uuid`] : []),
      ...(kind ? [Prisma.sql`c.kind = ${kind}::consultation_kind`] : []),
      ...(state === undefined ? [WAITING] : []),
      ...(state && state !== 'all' ? [Prisma.sql`c.state = ${state}::consultation_state`] : []),
      ...(q ? [Prisma.sql`concat_ws(' ', s.short_name, t.name, c.text, c.answer) ILIKE ${like(q)}`] : []),
    ],
    ' AND ',
  );
}

const ORDERS: Record<ConsultationSearch['sort'], Prisma.Sql> = {
  asked: Prisma.sql`c.asked_on, c.id`,
  '-asked': Prisma.sql`c.asked_on DESC, c.id DESC`,
  school: Prisma.sql`s.short_name, c.asked_on, c.id`,
  '-school': Prisma.sql`s.short_name DESC, c.asked_on, c.id`,
};

export const PAGE_SIZE = 50;

export async function consultationsSlice(
  tx: Tx,
  municipalityId: string,
  search: ConsultationSearch,
  size: number = PAGE_SIZE,
): Promise<readonly Consultation[]> {
  return tx.$queryRaw<Consultation[]>`/*consultations*/ SELECT ${FIELDS} ${FROM}
    WHERE ${filtered(municipalityId, search)} ORDER BY ${ORDERS[search.sort]} LIMIT ${size}::int OFFSET ${search.after ?? 0}::int`;
}

export type ConsultationFacts = { readonly total: number; readonly waiting: number; readonly untaken: number };

export async function consultationFacts(
  tx: Tx,
  municipalityId: string,
  search: ConsultationSearch,
): Promise<ConsultationFacts> {
  const own = Prisma.sql`c.municipality_id = ${municipalityId}::uuid`;
  const [row] = await tx.$queryRaw<ConsultationFacts[]>`/*consultation_facts*/ SELECT
    (SELECT count(*)::int ${FROM} WHERE ${filtered(municipalityId, search)}) AS total,
    (SELECT count(*)::int FROM consultation c WHERE ${own} AND ${WAITING}) AS waiting,
    (SELECT count(*)::int FROM consultation c WHERE ${own} AND c.state = 'ASKED') AS untaken`;
  return row ?? { total: 0, waiting: 0, untaken: 0 };
}

export async function findConsultation(
  tx: Tx,
  municipalityId: string,
  consultationId: string,
): Promise<Consultation | undefined> {
  const [row] = await tx.$queryRaw<Consultation[]>`SELECT ${FIELDS} ${FROM}
    WHERE c.id = ${consultationId}::uuid AND c.municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** How many requests of the municipality stand before each of these; nothing for one that does not wait. */
export async function aheadOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; ahead: number }[]>`
    SELECT q.id::text, q.ahead FROM consultations_ahead(${[...ids]}::uuid[]) q`;
  return new Map(rows.map(({ id, ahead }) => [id, ahead]));
}

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);

type Asked = Pick<Consultation, 'schoolId' | 'kind' | 'level' | 'text' | 'askedOn'> & {
  readonly termId: string;
  readonly askedById: string;
  /** One that has been given already is written down with its answer. */
  readonly given?: { readonly on: Day; readonly answer: string };
};

export async function insertConsultation(
  tx: Tx,
  municipalityId: string,
  { askedOn, given, ...asked }: Asked,
): Promise<string> {
  const id = newId();
  const answered = given && {
    ...{ state: 'ANSWERED' as const, answer: given.answer, answeredOn: dateOf(given.on) },
    ...{ takenOn: dateOf(given.on), takenById: asked.askedById },
  };
  await tx.consultation.createMany({
    data: [{ ...asked, id, municipalityId, askedOn: dateOf(askedOn), ...answered }],
  });
  return id;
}

type Change =
  | { readonly state: 'TAKEN'; readonly on: Day; readonly by: string }
  | { readonly state: 'ANSWERED'; readonly on: Day; readonly by: string; readonly answer: string }
  | { readonly state: 'ASKED' | 'WITHDRAWN' };

/** False: the request is no longer what was seen, nothing is written. */
export async function updateConsultation(
  tx: Tx,
  { id, version, takenOn }: Pick<Consultation, 'id' | 'version' | 'takenOn'>,
  change: Change,
): Promise<boolean> {
  const taken = 'by' in change ? { takenById: change.by, takenOn: dateOf(takenOn ?? change.on) } : {};
  const answered = change.state === 'ANSWERED' ? { answer: change.answer, answeredOn: dateOf(change.on) } : {};
  const freed = change.state === 'ASKED' ? { takenById: null, takenOn: null } : {};
  const { count } = await tx.consultation.updateMany({
    where: { id, version },
    data: { state: change.state, version: version + 1, ...taken, ...answered, ...freed },
  });
  return count === 1;
}

/** Requests by theme and month of asking, newest month first; what the schools took back is not counted. */
export async function themesByMonth(tx: Tx, municipalityId: string, from: Day): Promise<readonly ThemeMonth[]> {
  return tx.$queryRaw<ThemeMonth[]>`/*consultation_report*/
    SELECT to_char(c.asked_on, 'YYYY-MM') AS month, t.name AS theme, count(*)::int AS asked, count(c.answered_on)::int AS answered,
      coalesce(sum(c.answered_on - c.asked_on), 0)::int AS days
    FROM consultation c JOIN visit_term t ON t.id = c.term_id
    WHERE c.municipality_id = ${municipalityId}::uuid AND c.state <> 'WITHDRAWN' AND c.asked_on >= ${from}::date
    GROUP BY 1, t.id ORDER BY 1 DESC, t.position, t.name`;
}
