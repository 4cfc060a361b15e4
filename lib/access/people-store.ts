import 'server-only';
import type { OpenInvitation, PeopleFilter, PersonRow, SchoolChoice } from '@/lib/access/person';
import type { Role } from '@/lib/access/role';
import { fold } from '@/lib/kernel/russian';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

const { sql } = Prisma;

const COLUMNS = sql`m.id::text AS "membershipId", m.user_id::text AS "userId", u.name, u.email, m.role::text AS role,
  m.school_id::text AS "schoolId", s.short_name AS "schoolName", m.blocked_at AS "blockedAt", m.created_at AS "createdAt"`;
const TABLES = sql`membership m JOIN app_user u ON u.id = m.user_id LEFT JOIN school s ON s.id = m.school_id`;

const KEYS = {
  name: sql`u.name`,
  role: sql`m.role`,
  school: sql`coalesce(s.short_name, '')`,
  created: sql`m.created_at`,
} as const;

function condition(municipalityId: string, filter: PeopleFilter) {
  const words = fold(filter.q);
  return Prisma.join(
    [
      sql`m.municipality_id = ${municipalityId}::uuid`,
      ...(words
        ? [
            sql`position(${words} IN lower(translate(concat_ws(' ', u.name, u.email, s.short_name), 'Ёё«»"', 'ее'))) > 0`,
          ]
        : []),
      ...(filter.role ? [sql`m.role = ${filter.role}::role`] : []),
      ...(filter.state ? [filter.state === 'blocked' ? sql`m.blocked_at IS NOT NULL` : sql`m.blocked_at IS NULL`] : []),
    ],
    ' AND ',
  );
}

/** People of the municipality that the filter lets through, in its order; at most `limit`, from its cursor on. */
export async function listPeople(tx: Tx, municipalityId: string, filter: PeopleFilter, limit: number) {
  const where = condition(municipalityId, filter);
  const descending = filter.sort.startsWith('-');
  const key = KEYS[sortKey(filter.sort)];
  const direction = descending ? sql`DESC` : sql`ASC`;
  const beyond = descending ? sql`<` : sql`>`;
  const cursor = filter.after
    ? sql`AND (${key}, u.name, m.id) ${beyond} (SELECT ${key}, u.name, m.id FROM ${TABLES} WHERE m.id = ${filter.after}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<PersonRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES} WHERE ${where} ${cursor}
    ORDER BY ${key} ${direction}, u.name ${direction}, m.id ${direction} LIMIT ${limit}`;
}

const sortKey = (sort: PeopleFilter['sort']) =>
  sort.endsWith('role') ? 'role' : sort.endsWith('school') ? 'school' : sort.endsWith('created') ? 'created' : 'name';

export async function countPeople(tx: Tx, municipalityId: string, filter: PeopleFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${TABLES} WHERE ${condition(municipalityId, filter)}`;
  return row?.total ?? 0;
}

export async function findPerson(tx: Tx, municipalityId: string, membershipId: string): Promise<PersonRow | undefined> {
  const [row] = await tx.$queryRaw<PersonRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES} WHERE m.id = ${membershipId}::uuid AND m.municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** The same, locked until the change commits. */
export async function lockPerson(tx: Tx, municipalityId: string, membershipId: string): Promise<PersonRow | undefined> {
  const [row] = await tx.$queryRaw<PersonRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES}
    WHERE m.id = ${membershipId}::uuid AND m.municipality_id = ${municipalityId}::uuid FOR UPDATE OF m`;
  return row;
}

/**
 * Memberships of administrators who may sign in, locked in one order: of two administrators who block each other at
 * once, the second sees that the first is the last one.
 */
export async function lockAdministrators(tx: Tx, municipalityId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM membership
    WHERE municipality_id = ${municipalityId}::uuid AND role = 'ADMIN' AND blocked_at IS NULL ORDER BY id FOR UPDATE`;
  return rows.map((row) => row.id);
}

export async function setBlocked(tx: Tx, municipalityId: string, membershipId: string, blocked: boolean) {
  const blockedAt = blocked ? sql`now()` : sql`NULL`;
  return tx.$executeRaw`
    UPDATE membership SET blocked_at = ${blockedAt}
    WHERE id = ${membershipId}::uuid AND municipality_id = ${municipalityId}::uuid`;
}

export async function setRole(
  tx: Tx,
  municipalityId: string,
  membershipId: string,
  place: { role: Role; schoolId: string | null },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE membership SET role = ${place.role}::role, school_id = ${place.schoolId}::uuid
    WHERE id = ${membershipId}::uuid AND municipality_id = ${municipalityId}::uuid`;
}

/** Schools that work now, to give a role or a curator one; alphabetical. */
export async function schoolChoices(tx: Tx, municipalityId: string): Promise<SchoolChoice[]> {
  return tx.$queryRaw<SchoolChoice[]>`
    SELECT id::text, short_name AS name FROM school
    WHERE municipality_id = ${municipalityId}::uuid AND closed_at IS NULL ORDER BY short_name, id`;
}

export type ColleagueState = { worksElsewhere: boolean; hasTotp: boolean; lastSeenAt: Date | null };

export async function colleagueState(tx: Tx, userId: string): Promise<ColleagueState | undefined> {
  const [row] = await tx.$queryRaw<ColleagueState[]>`
    SELECT works_elsewhere AS "worksElsewhere", has_totp AS "hasTotp", last_seen_at AS "lastSeenAt"
    FROM colleague_state(${userId}::uuid)`;
  return row;
}

/** True when a second factor was there and the person works nowhere else. */
export async function removeColleagueTotp(tx: Tx, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`SELECT colleague_totp_off(${userId}::uuid) AS done`;
  return row?.done ?? false;
}

/** Names of the schools that a curator follows. */
export async function assignedSchools(tx: Tx, municipalityId: string, membershipId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT s.short_name AS name FROM assignment a JOIN school s ON s.id = a.school_id
    WHERE a.municipality_id = ${municipalityId}::uuid AND a.membership_id = ${membershipId}::uuid ORDER BY s.short_name`;
  return rows.map(({ name }) => name);
}

/** Takes all schools from somebody who is a curator no more. */
export async function releaseSchools(tx: Tx, municipalityId: string, membershipId: string): Promise<void> {
  await tx.assignment.deleteMany({ where: { municipalityId, membershipId } });
}

export async function openInvitations(tx: Tx, municipalityId: string): Promise<OpenInvitation[]> {
  return tx.$queryRaw<OpenInvitation[]>`
    SELECT i.id::text, i.name, i.email, i.role::text AS role, s.short_name AS "schoolName", i.user_id IS NOT NULL AS "isReset",
      i.created_at AS "createdAt", i.expires_at AS "expiresAt"
    FROM invitation i LEFT JOIN school s ON s.id = i.school_id
    WHERE i.municipality_id = ${municipalityId}::uuid AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
    ORDER BY i.created_at DESC, i.id`;
}

export type NewInvitation = {
  readonly id: string;
  readonly tokenHash: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly municipalityId: string;
  readonly schoolId: string | null;
  /** Set for a link that lets an existing person choose a new password. */
  readonly userId: string | null;
  readonly createdById: string;
  readonly days: number;
};

/** Of several links for one person and role only the last one works. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  const { id, tokenHash, email, name, role, municipalityId, schoolId, userId, createdById, days } = invitation;
  await tx.$executeRaw`
    UPDATE invitation SET revoked_at = now()
    WHERE municipality_id = ${municipalityId}::uuid AND email = ${email} AND role = ${role}::role
      AND school_id IS NOT DISTINCT FROM ${schoolId}::uuid AND (user_id IS NULL) = (${userId}::uuid IS NULL)
      AND used_at IS NULL AND revoked_at IS NULL`;
  await tx.$executeRaw`
    INSERT INTO invitation (id, token_hash, email, name, role, municipality_id, school_id, user_id, created_by_id, expires_at)
    VALUES (${id}::uuid, ${tokenHash}, ${email}, ${name}, ${role}::role, ${municipalityId}::uuid, ${schoolId}::uuid,
      ${userId}::uuid, ${createdById}::uuid, now() + make_interval(days => ${days}::int))`;
}

/** True when an open invitation of the municipality was there to revoke. */
export async function revokeInvitation(tx: Tx, municipalityId: string, id: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE invitation SET revoked_at = now()
    WHERE id = ${id}::uuid AND municipality_id = ${municipalityId}::uuid AND used_at IS NULL AND revoked_at IS NULL`;
  return count === 1;
}
