import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';

export const CASE_SORTS = ['school', '-school', 'late', '-late', 'changed', '-changed'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** `late`: something of the school is late; `crisis`: the regime is on; `alone`: nobody follows it. Without a filter: all. */
export const CASE_FILTERS = ['OPEN', 'crisis', 'PAUSED', 'EXITED', 'CONTINUED', 'late', 'alone'] as const;

const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address says about the list of cases. */
export const caseSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  state: lenient(z.enum(CASE_FILTERS)),
  /** Membership of a curator. */
  curator: lenient(id),
  year: lenient(z.coerce.number().pipe(schoolYear)),
  sort: z.enum(CASE_SORTS).catch('school').default('school'),
});
export type CaseSearch = z.infer<typeof caseSearch>;

/** Kinds of lines in the history of a school. */
export const TIMELINE_KINDS = ['case', 'study', 'recommendation', 'roadmap', 'event'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What the address says about the page of a case. */
export const supportSearch = z.object({
  year: lenient(z.coerce.number().pipe(schoolYear)),
  kind: lenient(z.enum(TIMELINE_KINDS)),
});
export type SupportSearch = z.infer<typeof supportSearch>;
