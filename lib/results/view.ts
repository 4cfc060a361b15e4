import { z } from 'zod';
import { EXAMS, type Exam, SUBJECTS, type Subject } from '@/lib/results/result';

const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** «VPR-russian-5»: one work in an address. */
export type WorkKey = { readonly exam: Exam; readonly subject: Subject; readonly grade: number };
export const workKey = ({ exam, subject, grade }: WorkKey): string => `${exam}-${subject}-${grade}`;

const parsedWork = z.tuple([z.enum(EXAMS), z.enum(SUBJECTS), z.coerce.number().int().min(1).max(12)]);
/** The work that an address names; null for anything else. */
export function workOfKey(key: string | undefined): WorkKey | null {
  const parsed = parsedWork.safeParse(key?.split('-'));
  return parsed.success ? { exam: parsed.data[0], subject: parsed.data[1], grade: parsed.data[2] } : null;
}

/** The table of results: year, work, school. */
export const resultsFilter = z.object({
  year: lenient(z.coerce.number().int().min(2000).max(2100)),
  work: lenient(z.string().max(60)),
  q: lenient(z.string().max(200)),
});
export type ResultsFilter = z.infer<typeof resultsFilter>;
