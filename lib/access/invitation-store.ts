import 'server-only';
import type { Invitation } from '@/lib/access/invitation';
import { prisma } from '@/lib/platform/prisma';

/** A link that is neither used, revoked nor expired; nobody is signed in yet. */
export async function invitationByToken(tokenHash: string): Promise<Invitation | undefined> {
  const [row] = await prisma().$queryRaw<Invitation[]>`
    SELECT id::text, email, name, role, municipality_name AS "municipalityName", school_name AS "schoolName",
      region_name AS "regionName", has_account AS "hasAccount", is_reset AS "isReset"
    FROM invitation_by_token(${tokenHash})`;
  return row;
}

type Acceptance = {
  readonly tokenHash: string;
  readonly userId: string;
  readonly membershipId: string;
  readonly name: string;
  /** Null for somebody who has a password here already. */
  readonly passwordHash: string | null;
};

/** Uses the link once; false when it is used, revoked or expired by now. */
export async function acceptInvitation(acceptance: Acceptance): Promise<boolean> {
  const { tokenHash, userId, membershipId, name, passwordHash } = acceptance;
  const rows = await prisma().$queryRaw<{ user: string }[]>`
    SELECT user_id::text AS user
    FROM invitation_accept(${tokenHash}, ${userId}::uuid, ${membershipId}::uuid, ${name}, ${passwordHash})`;
  return rows.length > 0;
}
