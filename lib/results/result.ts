import { z } from 'zod';

/**
 * What is kept of an exam: one row per school, school year, procedure, subject and grade – counts and moments, never a
 * pupil. Every reader of files ends here, and everything that is computed from results begins here.
 */

/** Exams and surveys whose results are imported. */
export const EXAMS = ['VPR', 'OGE', 'EGE'] as const;

/**
 * Subjects as the portal calls them, one word for all exams and years; outside codes (ОГЭ 09 is not ЕГЭ 09) are
 * translated by the dictionary of the year. ЕГЭ in mathematics is two subjects: `math` (профиль) and `math_basic`.
 */
export const SUBJECTS = [
  'russian',
  'math',
  'math_basic',
  'physics',
  'chemistry',
  'informatics',
  'biology',
  'history',
  'geography',
  'social',
  'literature',
  'english',
  'german',
  'french',
  'spanish',
  'chinese',
  'world',
] as const;

const count = z.number().int().min(0).max(1_000_000);

/** Marks «2»…«5»: how many participants got each. ЕГЭ on the hundred-point scale has none. */
export const marksSchema = z.strictObject({ two: count, three: count, four: count, five: count });

/** Marks of the procedure against the journal: ВПР mark − journal mark, in participants who have both. */
export const againstJournalSchema = z.strictObject({
  lowered: count,
  confirmed: count,
  raised: count,
  /** Two marks or more apart, either way; null where the file compares without saying by how much. */
  farApart: count.nullable(),
});

/** One task of the paper: how much of what could be got was got by the school's participants. */
export const taskSchema = z.strictObject({
  code: z.string().min(1).max(16),
  maxScore: count,
  /** Sum of scores got, over `attempted` participants whose class was taught the topic. */
  gained: z.number().min(0),
  attempted: count,
});

export const resultSchema = z.strictObject({
  /** Calendar year in which the school year begins: 2024 is 2024/25. */
  year: z.number().int().min(2000).max(2100),
  exam: z.enum(EXAMS),
  subject: z.enum(SUBJECTS),
  grade: z.number().int().min(1).max(12),
  /** Wrote the paper. Absent ones are counted apart, and their empty or zero scores are nobody's result. */
  participants: count,
  absent: count.nullable(),
  marks: marksSchema.nullable(),
  /** «2» or below the year's minimum; equals marks.two where there are marks. */
  below: count.nullable(),
  /** Participants by primary score: index is the score; length is maxScore + 1, or ends at the best score where it is null. */
  histogram: z.array(count).nullable(),
  maxScore: count.nullable(),
  /** Of the primary score; for ЕГЭ on the hundred-point scale of the test score. */
  mean: z.number().nullable(),
  /** Sample standard deviation (n − 1); null for one participant. */
  sd: z.number().min(0).nullable(),
  /** Tie-corrected Spearman between journal mark and primary score; null when not defined or not known. */
  rankCorrelation: z.number().min(-1).max(1).nullable(),
  /** Pairs the correlation was made of. */
  rankPairs: count.nullable(),
  againstJournal: againstJournalSchema.nullable(),
  tasks: z.array(taskSchema).nullable(),
});

export type Exam = (typeof EXAMS)[number];
export type Subject = (typeof SUBJECTS)[number];
export type Marks = z.infer<typeof marksSchema>;
export type AgainstJournal = z.infer<typeof againstJournalSchema>;
export type TaskResult = z.infer<typeof taskSchema>;
export type Result = z.infer<typeof resultSchema>;

/** A result with the school it belongs to. */
export type SchoolResult = Result & { readonly schoolId: string };
