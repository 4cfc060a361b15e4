import 'server-only';
import { type Viewer, viewer } from '@/lib/access/viewer';
import { prisma, type Tx } from '@/lib/platform/prisma';

/** The viewer of a living session, or undefined. `touch` is false for background polls. */
export async function sessionViewer(sessionId: string, touch: boolean): Promise<Viewer | undefined> {
  const rows = await prisma().$queryRaw<unknown[]>`/*session_viewer*/
    SELECT ${sessionId}::text AS "sessionId", user_id::text AS "userId", name, email, role, membership_id::text AS "membershipId",
      region_id::text AS "regionId", municipality_id::text AS "municipalityId", school_id::text AS "schoolId",
      municipality_name AS "municipalityName", centre_name AS "centreName", office_name AS "officeName",
      region_name AS "regionName", school_name AS "schoolName", time_zone AS "timeZone", public_label AS "publicLabel",
      memberships, has_totp AS "hasTotp"
    FROM session_viewer(${sessionId}::uuid, ${touch})`;
  return rows.length === 0 ? undefined : viewer.parse(rows[0]);
}

export async function openSession(session: {
  id: string;
  userId: string;
  membershipId: string;
  agent: string;
}): Promise<boolean> {
  const [row] = await prisma().$queryRaw<{ opened: boolean }[]>`
    SELECT session_open(${session.id}::uuid, ${session.userId}::uuid, ${session.membershipId}::uuid, ${session.agent}) AS opened`;
  return row?.opened ?? false;
}

export async function closeSession(sessionId: string): Promise<void> {
  await prisma().$queryRaw`SELECT session_close(${sessionId}::uuid)::text`;
}

export type Account = {
  userId: string;
  passwordHash: string | null;
  totpSecret: string | null;
  membershipId: string | null;
};

export async function accountByEmail(email: string): Promise<Account | undefined> {
  const [row] = await prisma().$queryRaw<Account[]>`
    SELECT user_id::text AS "userId", password_hash AS "passwordHash", totp_secret AS "totpSecret", membership_id::text AS "membershipId"
    FROM account_by_email(${email})`;
  return row;
}

/** True once for each half-minute of a person's codes: a code seen over a shoulder is good for nothing. */
export async function takeTotpStep(userId: string, step: number, tx: Tx = prisma()): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { taken: boolean }[]
  >`SELECT totp_step_taken(${userId}::uuid, ${step}::int) AS taken`;
  return row?.taken ?? false;
}

/** Counts one attempt under `key`; false when the limit of the window is used up. */
export async function countAttempt(key: string, limit: number, minutes: number): Promise<boolean> {
  const [row] = await prisma().$queryRaw<{ within: boolean }[]>`
    SELECT sign_in_attempt(${key}, ${limit}::int, make_interval(mins => ${minutes}::int)) AS within`;
  return row?.within ?? false;
}

export async function clearAttempts(key: string): Promise<void> {
  await prisma().$queryRaw`SELECT sign_in_cleared(${key})::text`;
}
