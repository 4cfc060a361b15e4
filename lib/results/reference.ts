import { z } from 'zod';
import type { Scales } from '@/lib/results/dictionaries/mark-scales';
import { EXAMS, SUBJECTS } from '@/lib/results/result';
import { type Procedure, scaleOf } from '@/lib/results/results-of';
import { momentsOf } from '@/lib/statistics/moments';

/** What the whole region got in one work. */
export const referenceSchema = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  exam: z.enum(EXAMS),
  subject: z.enum(SUBJECTS),
  grade: z.number().int().min(1).max(12),
  participants: z.number().int().min(1).max(10_000_000),
  mean: z.number().min(0).max(200).nullable(),
  sd: z.number().min(0).max(200).nullable(),
  maxScore: z.number().int().min(1).max(300).nullable(),
  /** «2»…«5»; empty when not known. */
  marks: z.array(z.number().int().min(0)),
  /** By primary score; empty when not known. */
  histogram: z.array(z.number().int().min(0)),
  /** First and third quartile of K over the region's schools, and how many they were. */
  ratioLow: z.number().min(0).max(100).nullable(),
  ratioHigh: z.number().min(0).max(100).nullable(),
  ratioSchools: z.number().int().min(1).nullable(),
  source: z.string().min(1).max(300),
});
export type Reference = z.infer<typeof referenceSchema>;

/** What a file says of a region in one work: its distribution gives mean and deviation. */
export function referenceOf(
  procedure: Procedure,
  found: {
    readonly participants: number;
    readonly marks: readonly number[] | null;
    readonly scores: readonly number[] | null;
  },
  source: string,
  scales: Scales,
): Reference {
  const moments = found.scores ? momentsOf(found.scores) : { mean: null, sd: null };
  const scale = scaleOf(procedure, scales);
  return {
    ...procedure,
    participants: found.participants,
    mean: moments.mean,
    sd: moments.sd,
    maxScore: scale?.scale.maxScore ?? null,
    marks: [...(found.marks ?? [])],
    histogram: [...(found.scores ?? [])],
    ratioLow: null,
    ratioHigh: null,
    ratioSchools: null,
    source,
  };
}
