import 'server-only';
import type { Role } from '@/lib/access/role';
import type { Tx } from '@/lib/platform/prisma';

/** One of the viewer's own roles, wherever it is. */
export type OwnMembership = {
  readonly id: string;
  readonly role: Role;
  readonly regionName: string | null;
  readonly municipalityName: string | null;
  readonly schoolName: string | null;
};

export const ownMemberships = (tx: Tx): Promise<OwnMembership[]> => tx.$queryRaw<OwnMembership[]>`
  SELECT id::text, role, region_name AS "regionName", municipality_name AS "municipalityName", school_name AS "schoolName"
  FROM own_memberships()`;

export type OwnSession = {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string;
};

/** The viewer's sign-ins that still live, the freshest first; the limits are those of session_viewer(). */
export const ownSessions = (tx: Tx, userId: string): Promise<OwnSession[]> => tx.$queryRaw<OwnSession[]>`
  SELECT id::text, created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent"
  FROM session WHERE user_id = ${userId}::uuid AND revoked_at IS NULL
    AND created_at > now() - interval '12 hours' AND last_seen_at > now() - interval '60 minutes'
  ORDER BY last_seen_at DESC, id`;

/** True when a living sign-in of the person was there to end. */
export async function endSession(tx: Tx, userId: string, sessionId: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE session SET revoked_at = now()
    WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid AND revoked_at IS NULL`;
  return count === 1;
}

/** Ends all the viewer's sign-ins; says how many there were. */
export async function endAllSessions(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ ended: number }[]>`SELECT own_sessions_end(NULL) AS ended`;
  return row?.ended ?? 0;
}

export async function rename(tx: Tx, userId: string, name: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}

export async function ownPasswordHash(tx: Tx): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ hash: string | null }[]>`SELECT password_hash AS hash FROM own_secrets()`;
  return row?.hash ?? null;
}

/** Ends every other sign-in of the viewer as well. */
export async function setOwnPassword(tx: Tx, hash: string, keepSessionId: string): Promise<void> {
  await tx.$queryRaw`SELECT own_password_set(${hash}, ${keepSessionId}::uuid)::text`;
}

export async function setOwnTotp(tx: Tx, secret: string | null): Promise<void> {
  await tx.$queryRaw`SELECT own_totp_set(${secret})::text`;
}

/** Another of the viewer's own roles in the same sign-in; false when it is not his or is blocked. */
export async function switchMembership(tx: Tx, sessionId: string, membershipId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ switched: boolean }[]>`
    SELECT session_switch(${sessionId}::uuid, ${membershipId}::uuid) AS switched`;
  return row?.switched ?? false;
}
