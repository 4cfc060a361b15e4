import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { MODELS, RESOURCE_KINDS } from '@/lib/partnerships/partnership';
import { PARTNERSHIP_STATES } from '@/lib/partnerships/partnership-moves';

export const PARTNERSHIP_SORTS = ['school', '-school', 'partner', '-partner', 'updated', '-updated'] as const;

/** Without a filter the list holds what lives; `all` holds everything. */
export const PARTNERSHIP_FILTERS = ['all', ...PARTNERSHIP_STATES] as const;

/** A wrong value in the address is no filter at all: a link from an old letter must still open the list. */
const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** Where a page begins: how many rows stand before it. A municipality has hundreds of them, not millions. */
export const offset = lenient(z.coerce.number().int().min(0).max(100_000));
const q = z.string().trim().max(200).catch('').default('');

export const partnershipSearch = z.object({
  q,
  school: lenient(id),
  state: lenient(z.enum(PARTNERSHIP_FILTERS)),
  model: lenient(z.enum(MODELS)),
  year: lenient(z.coerce.number().pipe(schoolYear)),
  sort: z.enum(PARTNERSHIP_SORTS).catch('-updated').default('-updated'),
  after: offset,
});
export type PartnershipSearch = z.infer<typeof partnershipSearch>;

export const resourceSearch = z.object({
  q,
  kind: lenient(z.enum(RESOURCE_KINDS)),
  school: lenient(id),
  sort: z.enum(['title', '-title', 'owner', '-owner']).catch('title').default('title'),
  after: offset,
});
export type ResourceSearch = z.infer<typeof resourceSearch>;

export const mentoringSearch = z.object({
  q,
  state: lenient(z.enum(['all', 'ended'])),
  sort: z.enum(['starts', '-starts', 'school', '-school']).catch('-starts').default('-starts'),
});
export type MentoringSearch = z.infer<typeof mentoringSearch>;

export const helperSearch = z.object({
  q,
  sort: z.enum(['name', '-name', 'free', '-free', 'taken', '-taken']).catch('name').default('name'),
});
