import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { type Reference, referenceSchema } from '@/lib/results/reference';

export type StoredReference = Reference & { readonly id: string; readonly version: number };

const SELECT = {
  id: true,
  version: true,
  year: true,
  exam: true,
  subject: true,
  grade: true,
  participants: true,
  mean: true,
  sd: true,
  maxScore: true,
  marks: true,
  histogram: true,
  ratioLow: true,
  ratioHigh: true,
  ratioSchools: true,
  source: true,
} as const;

/** Values of the region that the municipality has, newest year first. */
export async function references(
  tx: Tx,
  municipalityId: string,
  years?: readonly number[],
): Promise<StoredReference[]> {
  const rows = await tx.referenceValue.findMany({
    where: { municipalityId, ...(years ? { year: { in: [...years] } } : {}) },
    select: SELECT,
    orderBy: [{ year: 'desc' }, { exam: 'asc' }, { grade: 'asc' }, { subject: 'asc' }],
  });
  return rows.map(({ id, version, ...row }) => ({ id, version, ...referenceSchema.parse(row) }));
}

/**
 * Writes a value of a work, or completes the one there is: what the new one does not say stays as it was, because marks,
 * distribution and quartiles come from different files.
 */
export async function putReference(tx: Tx, municipalityId: string, reference: Reference): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO reference_value (id, municipality_id, year, exam, subject, grade, participants, mean, sd, max_score, marks,
      histogram, ratio_low, ratio_high, ratio_schools, source)
    VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${reference.year}, ${reference.exam}, ${reference.subject},
      ${reference.grade}, ${reference.participants}, ${reference.mean}::float8, ${reference.sd}::float8,
      ${reference.maxScore}::smallint, ${reference.marks}::int[], ${reference.histogram}::int[],
      ${reference.ratioLow}::float8, ${reference.ratioHigh}::float8, ${reference.ratioSchools}::int, ${reference.source})
    ON CONFLICT (municipality_id, year, exam, subject, grade) DO UPDATE SET
      participants = excluded.participants, mean = coalesce(excluded.mean, reference_value.mean),
      sd = coalesce(excluded.sd, reference_value.sd),
      max_score = coalesce(excluded.max_score, reference_value.max_score),
      marks = CASE WHEN cardinality(excluded.marks) > 0 THEN excluded.marks ELSE reference_value.marks END,
      histogram = CASE WHEN cardinality(excluded.histogram) > 0 THEN excluded.histogram ELSE reference_value.histogram END,
      ratio_low = coalesce(excluded.ratio_low, reference_value.ratio_low),
      ratio_high = coalesce(excluded.ratio_high, reference_value.ratio_high),
      ratio_schools = coalesce(excluded.ratio_schools, reference_value.ratio_schools),
      source = excluded.source, version = reference_value.version + 1
    RETURNING id::text AS id`;
  return row?.id ?? '';
}

export async function removeReference(tx: Tx, municipalityId: string, id: string, version: number): Promise<boolean> {
  const { count } = await tx.referenceValue.deleteMany({ where: { municipalityId, id, version } });
  return count === 1;
}
