import { z } from 'zod';
import { REQUEST_STATES } from '@/lib/development/course-request';
import { APPEARANCE_KINDS, APPEARANCE_LEVELS } from '@/lib/development/words';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';

export const DEVELOPMENT_SORTS = ['school', '-school', 'name', '-name', 'number', '-number'] as const;

/** A wrong value in the address is no filter at all: a link from an old letter must still open the list. */
const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address says about a list of this context; each list reads what concerns it. */
export const developmentSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  school: lenient(id),
  year: lenient(z.coerce.number().pipe(schoolYear)),
  /** A word of a dictionary: the kind of deficit. */
  word: lenient(id),
  state: lenient(z.enum(REQUEST_STATES)),
  kind: lenient(z.enum(APPEARANCE_KINDS)),
  level: lenient(z.enum(APPEARANCE_LEVELS)),
  sort: z.enum(DEVELOPMENT_SORTS).catch('school').default('school'),
});
export type DevelopmentSearch = z.infer<typeof developmentSearch>;

/** A list of a municipality is read whole up to here; the screen says that there is more. */
export const ROWS_MAX = 1000;

/** The search with its year: the present one where the address names none. */
export type YearSearch = DevelopmentSearch & { readonly year: number };
