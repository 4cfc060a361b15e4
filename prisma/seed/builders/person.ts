import type { Role } from '../../../lib/access/role';
import { type Viewer, viewer } from '../../../lib/access/viewer';
import { newId } from '../../../lib/kernel/ids';
import type { Owner } from './owner-client';

export type PersonDraft = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** argon2id; null for somebody who never signs in. */
  readonly passwordHash?: string | null;
  readonly regionId?: string;
  readonly municipalityId?: string;
  readonly schoolId?: string;
};

export type Person = { readonly userId: string; readonly membershipId: string };

/** A person with one role; a second call with the same e-mail adds a role. */
export async function buildPerson(owner: Owner, draft: PersonDraft): Promise<Person> {
  const user = await owner.user.upsert({
    where: { email: draft.email },
    create: { id: newId(), email: draft.email, name: draft.name, passwordHash: draft.passwordHash ?? null },
    update: {},
    select: { id: true },
  });
  const membershipId = newId();
  await owner.membership.create({
    data: {
      id: membershipId,
      userId: user.id,
      role: draft.role,
      regionId: draft.regionId ?? null,
      municipalityId: draft.municipalityId ?? null,
      schoolId: draft.schoolId ?? null,
    },
  });
  return { userId: user.id, membershipId };
}

/** The viewer that a signed-in request of this person would have, through the same function of the database. */
export async function viewerOf(owner: Owner, person: Person): Promise<Viewer> {
  const sessionId = newId();
  await owner.session.create({ data: { id: sessionId, userId: person.userId, membershipId: person.membershipId } });
  const rows = await owner.$queryRaw<unknown[]>`
    SELECT ${sessionId}::text AS "sessionId", user_id::text AS "userId", name, email, role, membership_id::text AS "membershipId",
      region_id::text AS "regionId", municipality_id::text AS "municipalityId", school_id::text AS "schoolId",
      municipality_name AS "municipalityName", centre_name AS "centreName", office_name AS "officeName",
      region_name AS "regionName", school_name AS "schoolName", time_zone AS "timeZone", public_label AS "publicLabel",
      memberships, has_totp AS "hasTotp"
    FROM session_viewer(${sessionId}::uuid, false)`;
  return viewer.parse(rows[0]);
}
