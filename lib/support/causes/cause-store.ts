import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { CaseCause, Cause } from '@/lib/support/causes/cause';
import { Prisma } from '@/prisma/generated/client';

/** A line of the dictionary with how many cases of any year have it. */
export type CauseLine = Cause & { readonly used: number };

const FIELDS = Prisma.sql`c.id::text, c.family::text, c.position, c.name, c.signs, c.archived_at IS NOT NULL AS "isArchived", c.version`;

/** The municipality's dictionary in its order, archived lines last. */
export const causesOf = (tx: Tx, municipalityId: string): Promise<CauseLine[]> =>
  tx.$queryRaw<CauseLine[]>`SELECT ${FIELDS},
      (SELECT count(*)::int FROM case_cause k WHERE k.cause_id = c.id AND k.removed_at IS NULL) AS used
    FROM cause c WHERE c.municipality_id = ${municipalityId}::uuid
    ORDER BY c.archived_at IS NOT NULL, c.family, c.position, c.name`;

export async function findCause(tx: Tx, municipalityId: string, causeId: string): Promise<Cause | undefined> {
  const [row] = await tx.$queryRaw<Cause[]>`SELECT ${FIELDS} FROM cause c
    WHERE c.id = ${causeId}::uuid AND c.municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** A new line of the centre's own, behind the others. */
export async function insertCause(
  tx: Tx,
  municipalityId: string,
  draft: Pick<Cause, 'name' | 'signs'>,
): Promise<string> {
  const id = newId();
  const position = (await tx.cause.count({ where: { municipalityId, family: 'OWN' } })) + 1;
  await tx.cause.createMany({ data: [{ ...draft, id, municipalityId, family: 'OWN', position }] });
  return id;
}

/** False: somebody was faster. */
export async function updateCause(
  tx: Tx,
  { id, version }: Pick<Cause, 'id' | 'version'>,
  { isArchived, ...words }: Pick<Cause, 'name' | 'signs' | 'isArchived'>,
): Promise<boolean> {
  const { count } = await tx.cause.updateMany({
    where: { id, version },
    data: { ...words, archivedAt: isArchived ? new Date() : null, version: { increment: 1 } },
  });
  return count === 1;
}

/** The causes of a case by significance, with the held studies that support each. */
export const caseCauses = (tx: Tx, municipalityId: string, caseId: string): Promise<CaseCause[]> =>
  tx.$queryRaw<
    CaseCause[]
  >`SELECT k.id::text, k.cause_id::text AS "causeId", c.family::text, c.name, k.weight::text, k.source::text,
      k.note, k.version,
      coalesce((SELECT json_agg(json_build_object('studyId', d.id, 'method', d.method, 'day', d.day, 'heldBy', d.held_by)
                                ORDER BY d.day DESC, d.id)
        FROM study_cause x JOIN study d ON d.id = x.study_id WHERE x.case_cause_id = k.id AND d.state = 'HELD'), '[]') AS confirmations
    FROM case_cause k JOIN cause c ON c.id = k.cause_id
    WHERE k.municipality_id = ${municipalityId}::uuid AND k.case_id = ${caseId}::uuid AND k.removed_at IS NULL
    ORDER BY k.weight, c.family, c.position, c.name`;

export type FoundCaseCause = Pick<CaseCause, 'id' | 'name' | 'version'> & { readonly caseId: string };

export async function findCaseCause(
  tx: Tx,
  municipalityId: string,
  caseCauseId: string,
): Promise<FoundCaseCause | undefined> {
  const [row] = await tx.$queryRaw<FoundCaseCause[]>`SELECT k.id::text, c.name, k.version, k.case_id::text AS "caseId"
    FROM case_cause k JOIN cause c ON c.id = k.cause_id
    WHERE k.id = ${caseCauseId}::uuid AND k.municipality_id = ${municipalityId}::uuid AND k.removed_at IS NULL`;
  return row;
}

type CaseCauseWords = Pick<CaseCause, 'weight' | 'source' | 'note'>;

/** False: the case has the cause already. */
export async function insertCaseCause(
  tx: Tx,
  place: { readonly municipalityId: string; readonly caseId: string; readonly schoolId: string },
  cause: CaseCauseWords & { readonly causeId: string; readonly addedById: string },
): Promise<boolean> {
  const { count } = await tx.caseCause.createMany({
    data: [{ ...place, ...cause, id: newId() }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** False: somebody was faster. */
export async function updateCaseCause(
  tx: Tx,
  { id, version }: Pick<CaseCause, 'id' | 'version'>,
  change: Partial<CaseCauseWords> & { readonly removedAt?: Date },
): Promise<boolean> {
  const { count } = await tx.caseCause.updateMany({
    where: { id, version, removedAt: null },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}
