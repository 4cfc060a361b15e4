import 'server-only';
import { LIVING_STATES } from '@/lib/partnerships/partnership-moves';
import { CAPACITY_DEFAULT, type KnownSchool, type Stance } from '@/lib/partnerships/suitability';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

export const LIVING = Prisma.sql`p.state IN (${Prisma.join(LIVING_STATES.map((state) => Prisma.sql`${state}::partnership_state`))})`;

/** A school of the register with how it stands to helping; what its card says is added by diagnostics. */
export type SchoolFacts = Omit<KnownSchool, 'cardYear' | 'points' | 'strong' | 'needsHelp'> & {
  /** It has a living partnership with a school already. */
  readonly isHelped: boolean;
  readonly note: string;
};

/** All schools of the municipality that are open, by name. */
export async function schoolFacts(tx: Tx, municipalityId: string): Promise<readonly SchoolFacts[]> {
  return tx.$queryRaw<SchoolFacts[]>`/*partner_schools*/
    SELECT s.id::text, s.short_name AS name, s.kind::text AS kind, s.place::text AS place, s.grades::int[] AS grades, s.pupils,
      s.contexts::text[] AS contexts, coalesce(h.capacity, ${CAPACITY_DEFAULT}::int)::int AS capacity,
      coalesce(h.stance::text, 'UNASKED') AS stance, coalesce(h.note, '') AS note,
      (SELECT count(*)::int FROM partnership p WHERE p.partner_school_id = s.id AND ${LIVING}) AS taken,
      EXISTS (SELECT FROM partnership p WHERE p.school_id = s.id AND p.partner_school_id IS NOT NULL AND ${LIVING}) AS "isHelped"
    FROM school s LEFT JOIN help_readiness h ON h.school_id = s.id
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL ORDER BY s.short_name, s.id`;
}

export type Readiness = { readonly capacity: number; readonly stance: Stance; readonly note: string };

export async function keepReadiness(
  tx: Tx,
  municipalityId: string,
  schoolId: string,
  { capacity, stance, note }: Readiness,
  updatedById: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO help_readiness (municipality_id, school_id, capacity, stance, note, updated_by_id)
    VALUES (${municipalityId}::uuid, ${schoolId}::uuid, ${capacity}::int, ${stance}::help_stance, ${note}, ${updatedById}::uuid)
    ON CONFLICT (school_id) DO UPDATE SET capacity = excluded.capacity, stance = excluded.stance, note = excluded.note,
      updated_by_id = excluded.updated_by_id, updated_at = now()`;
}

/** Locks the proposal of a municipality against another specialist who accepts it at the same moment. */
export async function holdProposal(tx: Tx, municipalityId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`partners ${municipalityId}`}, 0))::text`;
}
