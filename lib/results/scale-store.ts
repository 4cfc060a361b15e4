import 'server-only';
import { z } from 'zod';
import { newId } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';
import type { OwnScale } from '@/lib/results/dictionaries/mark-scales';
import { SUBJECTS } from '@/lib/results/result';

const SELECT = {
  id: true,
  version: true,
  year: true,
  subject: true,
  grade: true,
  maxScore: true,
  three: true,
  four: true,
  five: true,
  source: true,
} as const;

export type StoredScale = OwnScale & { readonly id: string; readonly version: number; readonly source: string };

/** Scales that the municipality entered, newest year first. */
export async function ownScales(tx: Tx, municipalityId: string): Promise<StoredScale[]> {
  const rows = await tx.markScale.findMany({
    where: { municipalityId },
    select: SELECT,
    orderBy: [{ year: 'desc' }, { subject: 'asc' }, { grade: 'asc' }],
  });
  return rows.map((row) => ({ ...row, subject: z.enum(SUBJECTS).parse(row.subject) }));
}

/** Writes the scale of a paper and a year; the one entered before is replaced. */
export async function putScale(tx: Tx, municipalityId: string, scale: OwnScale & { source: string }): Promise<string> {
  const { year, subject, grade, ...values } = scale;
  const stored = await tx.markScale.upsert({
    where: { municipalityId_year_subject_grade: { municipalityId, year, subject, grade } },
    create: { id: newId(), municipalityId, year, subject, grade, ...values },
    update: { ...values, version: { increment: 1 } },
    select: { id: true },
  });
  return stored.id;
}

/** Removes the scale that the person saw; false when it is another one by now. A foreign one does not exist. */
export async function removeScale(tx: Tx, municipalityId: string, id: string, version: number): Promise<boolean> {
  const known = await tx.markScale.findFirst({ where: { municipalityId, id }, select: { id: true } });
  if (!known) throw notFound();
  const { count } = await tx.markScale.deleteMany({ where: { municipalityId, id, version } });
  return count === 1;
}
