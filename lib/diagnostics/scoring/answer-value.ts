import { z } from 'zod';

/** What can be answered to an item. «Нет данных» is never 0: it leaves the maximum, as «неприменимо» does. */
export const ANSWER_VALUES = ['YES', 'NO', 'NOT_APPLICABLE', 'NO_DATA'] as const;
export const answerValue = z.enum(ANSWER_VALUES);
export type AnswerValue = z.infer<typeof answerValue>;

/** Who gave the answer: a person, the portal from results, or a person against the portal. */
export const answerSource = z.enum(['ENTERED', 'COMPUTED', 'OVERRIDDEN']);
export type AnswerSource = z.infer<typeof answerSource>;
