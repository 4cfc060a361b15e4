import { z } from 'zod';
import type { Remedy } from '@/lib/recommendations/remedy';

export const REMEDY_SORTS = ['item', '-item', 'measure', '-measure', 'used', '-used'] as const;

const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** The catalogue, as its address says; what cannot be understood is no filter. */
export const catalogueSearch = z.object({
  q: lenient(z.string().trim().max(200)),
  /** A code, or `any` for measures that suit any criterion. */
  item: lenient(z.string().trim().max(32)),
  state: lenient(z.enum(['archived', 'all'])),
  sort: lenient(z.enum(REMEDY_SORTS)),
});
export type CatalogueSearch = z.infer<typeof catalogueSearch>;

export const ANY_ITEM = 'any';

/** A line of the catalogue; `used` counts what was made from it and not taken back. */
export type CatalogueLine = Remedy & { readonly used: number };
