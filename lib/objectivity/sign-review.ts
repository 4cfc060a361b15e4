import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { SIGN_CODES } from '@/lib/objectivity/sign-code';

/**
 * A found sign is a question, not a verdict: the centre asks the school, confirms the sign or rejects it, always with a
 * reason; the school answers. All steps are kept; the last decision is in force, and it can be taken back.
 */
export const STEPS = ['ASKED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN'] as const;
export type Step = (typeof STEPS)[number];
/** What may be in force about a sign. */
export type Decision = 'CONFIRMED' | 'REJECTED';

/** A decision in force with everything it stands on: the reason, and the numbers that the centre saw. */
export interface SignDecision {
  readonly schoolId: string;
  readonly code: string;
  readonly work: string;
  readonly step: Decision;
  readonly reason: string;
  readonly sentence: string;
}

/** What the centre saw: the school reads it too, since the results of the others are not its to read. */
export const findingSeen = z.strictObject({
  title: z.string(),
  sentence: z.string(),
  picture: z
    .strictObject({
      title: z.string(),
      sentence: z.string(),
      axis: z.string(),
      categories: z.array(
        z.strictObject({ label: z.string(), school: z.number().nullable(), territory: z.number().nullable() }),
      ),
      borders: z.array(z.strictObject({ before: z.number(), label: z.string() })),
    })
    .nullable(),
});
export type FindingSeen = z.infer<typeof findingSeen>;

export interface SignReply {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly at: Date;
}

export interface SignReview {
  readonly id: string;
  readonly schoolId: string;
  readonly year: number;
  readonly code: string;
  readonly work: string;
  readonly step: Step;
  readonly reason: string;
  readonly finding: FindingSeen;
  readonly author: string;
  readonly at: Date;
  readonly replies: readonly SignReply[];
}

/** One sign of one school, year and work, as a form names it: `sign` is its code. */
export const signPlace = z.strictObject({
  schoolId: id,
  year: z.coerce.number().pipe(schoolYear),
  sign: z.string().refine((code) => SIGN_CODES.includes(code), 'Такого признака нет'),
  work: z.string().regex(/^[A-Z]+\/[a-z_]+\/\d{1,2}$/, 'Такой работы нет'),
});
export type SignPlace = z.infer<typeof signPlace>;

export const isAbout = (review: SignReview, { year, sign, work }: SignPlace): boolean =>
  review.year === year && review.code === sign && review.work === work;

/** The decision in force: the last step in the order of time that is no question; null where it was taken back. */
export function decisionOf(reviews: readonly SignReview[]): Decision | null {
  let decision: Decision | null = null;
  for (const { step } of [...reviews].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (step !== 'ASKED') decision = step === 'WITHDRAWN' ? null : step;
  }
  return decision;
}
