import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { CONSULTATION_KINDS, CONSULTATION_STATES } from '@/lib/visits/consultation';

/** A wrong value in the address is no filter at all: a link from an old letter must still open the list. */
const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const q = z.string().trim().max(200).catch('').default('');
/** Where a page begins: how many rows stand before it. */
const offset = lenient(z.coerce.number().int().min(0).max(100_000));

export const visitSearch = z.object({
  q,
  school: lenient(id),
  kind: lenient(id),
  /** `late`: something agreed is late; `open`: something is still to be done; `draft`: the school does not see it yet. */
  state: lenient(z.enum(['late', 'open', 'draft'])),
  sort: z.enum(['on', '-on', 'school', '-school']).catch('-on').default('-on'),
  after: offset,
});
export type VisitSearch = z.infer<typeof visitSearch>;

export const consultationSearch = z.object({
  q,
  school: lenient(id),
  theme: lenient(id),
  kind: lenient(z.enum(CONSULTATION_KINDS)),
  /** Without a filter the queue: what waits for an answer. */
  state: lenient(z.enum(['all', ...CONSULTATION_STATES])),
  sort: z.enum(['asked', '-asked', 'school', '-school']).catch('asked').default('asked'),
  after: offset,
});
export type ConsultationSearch = z.infer<typeof consultationSearch>;

/** The school year of the report; the present one where none is named. */
export const reportSearch = z.object({ year: lenient(z.coerce.number().pipe(schoolYear)) });
