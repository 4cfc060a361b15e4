import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { Candidate } from '@/lib/support/curators/curator';

/** Whoever follows a school now. */
export type SchoolCurator = { readonly membershipId: string; readonly name: string };

export const curatorsOfSchool = (tx: Tx, municipalityId: string, schoolId: string): Promise<SchoolCurator[]> =>
  tx.$queryRaw<SchoolCurator[]>`SELECT a.membership_id::text AS "membershipId", u.name
    FROM assignment a JOIN membership m ON m.id = a.membership_id JOIN app_user u ON u.id = m.user_id
    WHERE a.municipality_id = ${municipalityId}::uuid AND a.school_id = ${schoolId}::uuid ORDER BY u.name, m.id`;

/** Curators who may sign in, with their load and what speaks against giving them this school; the freest first. */
export const candidatesFor = (tx: Tx, municipalityId: string, schoolId: string): Promise<Candidate[]> =>
  tx.$queryRaw<Candidate[]>`SELECT m.id::text AS "membershipId", u.name,
      (SELECT count(*)::int FROM assignment a WHERE a.membership_id = m.id) AS schools,
      EXISTS (SELECT FROM assignment a WHERE a.membership_id = m.id AND a.school_id = ${schoolId}::uuid) AS "isAssigned",
      EXISTS (SELECT FROM membership w WHERE w.user_id = m.user_id AND w.school_id = ${schoolId}::uuid
              AND w.role IN ('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND w.blocked_at IS NULL) AS "worksHere",
      (SELECT f.reason FROM curator_conflict f WHERE f.membership_id = m.id AND f.school_id = ${schoolId}::uuid
         AND f.withdrawn_at IS NULL) AS conflict
    FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.municipality_id = ${municipalityId}::uuid AND m.role = 'CURATOR' AND m.blocked_at IS NULL
    ORDER BY schools, u.name, m.id`;

/** Two specialists who give one curator schools at once see each other's. */
export async function holdCurator(tx: Tx, membershipId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`curator ${membershipId}`}, 0))::text`;
}

type Pair = { readonly municipalityId: string; readonly membershipId: string; readonly schoolId: string };

/** False: the school was his already. */
export async function insertAssignment(tx: Tx, pair: Pair): Promise<boolean> {
  const { count } = await tx.assignment.createMany({ data: [pair], skipDuplicates: true });
  return count === 1;
}

/** False: it was not his. */
export async function deleteAssignment(tx: Tx, pair: Pair): Promise<boolean> {
  const { count } = await tx.assignment.deleteMany({ where: pair });
  return count === 1;
}

export async function curatorLimit(tx: Tx, municipalityId: string): Promise<number> {
  const { curatorSchoolsMax } = await tx.supportSetting.findUniqueOrThrow({
    where: { municipalityId },
    select: { curatorSchoolsMax: true },
  });
  return curatorSchoolsMax;
}

export async function setCuratorLimit(tx: Tx, municipalityId: string, curatorSchoolsMax: number): Promise<void> {
  await tx.supportSetting.updateMany({ where: { municipalityId }, data: { curatorSchoolsMax } });
}

/** A curator with the schools he follows. */
export type CuratorLine = {
  readonly membershipId: string;
  readonly name: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
};

export const curatorLines = (tx: Tx, municipalityId: string): Promise<CuratorLine[]> =>
  tx.$queryRaw<CuratorLine[]>`SELECT m.id::text AS "membershipId", u.name,
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.short_name) ORDER BY s.short_name)
        FROM assignment a JOIN school s ON s.id = a.school_id WHERE a.membership_id = m.id), '[]') AS schools
    FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.municipality_id = ${municipalityId}::uuid AND m.role = 'CURATOR' AND m.blocked_at IS NULL ORDER BY u.name, m.id`;

/** «Не назначать»: a person, a school and why. */
export type Conflict = {
  readonly id: string;
  readonly membershipId: string;
  readonly name: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly reason: string;
  readonly declaredAt: Date;
};

export const conflictsOf = (tx: Tx, municipalityId: string): Promise<Conflict[]> =>
  tx.$queryRaw<
    Conflict[]
  >`SELECT f.id::text, f.membership_id::text AS "membershipId", u.name, f.school_id::text AS "schoolId",
      s.short_name AS "schoolName", f.reason, f.declared_at AS "declaredAt"
    FROM curator_conflict f JOIN membership m ON m.id = f.membership_id JOIN app_user u ON u.id = m.user_id
    JOIN school s ON s.id = f.school_id
    WHERE f.municipality_id = ${municipalityId}::uuid AND f.withdrawn_at IS NULL ORDER BY u.name, s.short_name`;

/** False: it stands already. */
export async function insertConflict(
  tx: Tx,
  conflict: Pair & { readonly reason: string; readonly declaredById: string },
): Promise<boolean> {
  const { count } = await tx.curatorConflict.createMany({
    data: [{ ...conflict, id: newId() }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function withdrawConflictRow(tx: Tx, municipalityId: string, conflictId: string): Promise<boolean> {
  const { count } = await tx.curatorConflict.updateMany({
    where: { id: conflictId, municipalityId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count === 1;
}
