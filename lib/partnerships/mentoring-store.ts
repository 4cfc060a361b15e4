import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { MentoringPair } from '@/lib/partnerships/partnership';
import type { MentoringSearch } from '@/lib/partnerships/partnership-search';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

const FIELDS = Prisma.sql`m.id::text, m.model::text AS model, m.mentor_school_id::text AS "mentorSchoolId",
  m.mentor_school_name AS "mentorSchoolName", m.mentor_position AS "mentorPosition",
  m.mentee_school_id::text AS "menteeSchoolId", m.mentee_school_name AS "menteeSchoolName",
  m.mentee_position AS "menteePosition", m.plan, m.starts::text AS starts, m.ends::text AS ends, m.result,
  m.ended_on::text AS "endedOn", m.version`;

const ORDERS: Record<MentoringSearch['sort'], Prisma.Sql> = {
  starts: Prisma.sql`m.starts, m.id`,
  '-starts': Prisma.sql`m.starts DESC, m.id`,
  school: Prisma.sql`m.mentee_school_name COLLATE "russian", m.id`,
  '-school': Prisma.sql`m.mentee_school_name COLLATE "russian" DESC, m.id`,
};
const PAIRS_MAX = 500;
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Pairs that the viewer sees: those that go on, or as the filter says; `schoolId` narrows to one school on either side. */
export async function pairsOf(
  tx: Tx,
  municipalityId: string,
  { q, state, sort }: MentoringSearch,
  schoolId: string | null = null,
): Promise<readonly MentoringPair[]> {
  const states =
    state === 'all'
      ? Prisma.sql`true`
      : state === 'ended'
        ? Prisma.sql`m.ended_on IS NOT NULL`
        : Prisma.sql`m.ended_on IS NULL`;
  return tx.$queryRaw<MentoringPair[]>`/*mentoring*/ SELECT ${FIELDS} FROM mentoring_pair m
    WHERE m.municipality_id = ${municipalityId}::uuid AND ${states}
      AND (${schoolId}::uuid IS NULL OR ${schoolId}::uuid IN (m.mentor_school_id, m.mentee_school_id))
      AND (${q} = '' OR concat_ws(' ', m.mentor_school_name, m.mentor_position, m.mentee_school_name, m.mentee_position, m.plan)
           ILIKE ${like(q)})
    ORDER BY ${ORDERS[sort]} LIMIT ${PAIRS_MAX}::int`;
}

export async function findPair(tx: Tx, municipalityId: string, pairId: string): Promise<MentoringPair | undefined> {
  const [row] = await tx.$queryRaw<MentoringPair[]>`SELECT ${FIELDS} FROM mentoring_pair m
    WHERE m.id = ${pairId}::uuid AND m.municipality_id = ${municipalityId}::uuid`;
  return row;
}

const dateOf = (day: Day | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

export async function insertPair(
  tx: Tx,
  municipalityId: string,
  { starts, ends, ...pair }: Omit<MentoringPair, 'id' | 'result' | 'endedOn' | 'version'>,
  createdById: string,
): Promise<string> {
  const id = newId();
  const days = { starts: new Date(`${starts}T00:00:00Z`), ends: dateOf(ends) };
  await tx.mentoringPair.createMany({ data: [{ ...pair, ...days, id, municipalityId, createdById }] });
  return id;
}

type Change = Partial<Pick<MentoringPair, 'plan' | 'ends' | 'result' | 'endedOn'>>;

/** False: it is no longer what was seen, nothing is written. */
export async function updatePair(
  tx: Tx,
  { id, version }: Pick<MentoringPair, 'id' | 'version'>,
  { ends, endedOn, ...rest }: Change,
): Promise<boolean> {
  const { count } = await tx.mentoringPair.updateMany({
    where: { id, version, endedOn: null },
    data: {
      ...rest,
      ...(ends === undefined ? {} : { ends: dateOf(ends) }),
      ...(endedOn === undefined ? {} : { endedOn: dateOf(endedOn) }),
      version: version + 1,
    },
  });
  return count === 1;
}
