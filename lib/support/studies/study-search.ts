import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { STUDY_METHODS, STUDY_STATES } from '@/lib/support/studies/study';

export const STUDY_SORTS = ['day', '-day', 'school', '-school'] as const;
export type StudySort = (typeof STUDY_SORTS)[number];

const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address says about the list of studies; `overdue`: planned, and the day is over. */
export const studySearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  school: lenient(id),
  survey: lenient(id),
  method: lenient(z.enum(STUDY_METHODS)),
  state: lenient(z.enum(['overdue', ...STUDY_STATES])),
  year: lenient(z.coerce.number().pipe(schoolYear)),
  sort: z.enum(STUDY_SORTS).catch('-day').default('-day'),
});
export type StudySearch = z.infer<typeof studySearch>;

/** The school and year that a new study is begun for. */
export const newStudySearch = z.object({
  school: lenient(id),
  year: lenient(z.coerce.number().pipe(schoolYear)),
});
