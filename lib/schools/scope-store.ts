import 'server-only';
import type { Scope } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

/**
 * The schools a viewer may see, as a condition on `school s`: his municipality, and in it his own school or, for a
 * curator, the assigned ones. Row-level security says the same once more. Nobody without a municipality sees any.
 */
export function schoolsOf(scope: Scope): Prisma.Sql {
  if (!scope.municipalityId) return Prisma.sql`false`;
  const municipality = Prisma.sql`s.municipality_id = ${scope.municipalityId}::uuid`;
  if (scope.schoolId) return Prisma.sql`${municipality} AND s.id = ${scope.schoolId}::uuid`;
  if (scope.role !== 'CURATOR') return municipality;
  return Prisma.sql`${municipality} AND s.id IN (
    SELECT a.school_id FROM assignment a WHERE a.membership_id = ${scope.membershipId}::uuid)`;
}
