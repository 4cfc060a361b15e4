import { z } from 'zod';
import { answerValue } from '@/lib/diagnostics/scoring/answer-value';

const size = z.number().int().min(0).max(1_000_000);

/** How many took part in one procedure, and how many of them got «2» or missed the minimum. */
const procedureResult = z
  .strictObject({ code: z.string().min(1), participants: size, low: size })
  .refine((result) => result.low <= result.participants, 'Получивших «2» больше, чем участников');

/**
 * Everything the outcome of a card depends on besides the method: the school as it was that year, the procedures held,
 * its results where they are imported, and the answers by item. JSON through and through: an assessment stores it.
 */
export const cardFacts = z.strictObject({
  school: z.strictObject({
    /** PRIMARY, BASIC, SECONDARY, GYMNASIUM, LYCEUM. */
    kind: z.string().min(1),
    grades: z.array(z.number().int().min(0).max(12)),
  }),
  /** Codes of procedures held in the year of results. */
  held: z.array(z.string()),
  /** By item code; an item that is not here was not answered. */
  answers: z.record(z.string(), answerValue),
  procedures: z.array(procedureResult),
});

export type CardFacts = z.infer<typeof cardFacts>;
export type ProcedureResult = z.infer<typeof procedureResult>;
/** The part that decides what the school cannot have. */
export type SchoolFacts = Pick<CardFacts, 'school' | 'held'>;
