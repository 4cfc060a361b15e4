import { z } from 'zod';
import { schoolYear } from '@/lib/kernel/school-year';

export const SCHOOL_SORTS = ['name', '-name', 'open', '-open', 'late', '-late', 'waiting', '-waiting'] as const;

/** The list of schools, as its address says. */
export const schoolSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  sort: z.enum(SCHOOL_SORTS).catch('name').default('name'),
});
export type SchoolSearch = z.infer<typeof schoolSearch>;

/** The school year of the page of one school. */
export const yearSearch = z.object({ year: z.coerce.number().pipe(schoolYear).optional().catch(undefined) });
