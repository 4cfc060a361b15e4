import { z } from 'zod';
import { schoolYear } from '@/lib/kernel/school-year';
import { SCHOOL_CONTEXTS, SCHOOL_KINDS, SCHOOL_PLACES } from '@/lib/schools/codes';

export const REGISTER_SORTS = ['name', '-name', 'code', '-code', 'pupils', '-pupils'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

/** A wrong value in the address is no filter at all: a link from an old letter must still open the register. */
const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address says about the register: search, filters, sorting and the place in the list. */
export const registerFilter = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  kind: lenient(z.enum(SCHOOL_KINDS)),
  place: lenient(z.enum(SCHOOL_PLACES)),
  context: lenient(z.enum(SCHOOL_CONTEXTS)),
  /** Absent: schools at work. */
  state: lenient(z.enum(['closed', 'all'])),
  /** School year on whose approved list the school stands. */
  listed: lenient(z.coerce.number().pipe(schoolYear)),
  sort: z.enum(REGISTER_SORTS).catch('name').default('name'),
  after: lenient(z.string().max(1000)),
  before: lenient(z.string().max(1000)),
});
export type RegisterFilter = z.infer<typeof registerFilter>;

/** Where a page begins or ends: the value sorted by and the id that breaks ties. */
export type Cursor = { readonly key: string | number; readonly id: string };

const cursor = z.tuple([z.union([z.string(), z.number().int()]), z.uuid()]);

export const writeCursor = ({ key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** The cursor of an address; undefined for anything else, which then means the first page. */
export function readCursor(text: string | undefined, sort: RegisterSort): Cursor | undefined {
  if (!text) return undefined;
  try {
    const read = cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (!read.success) return undefined;
    const [key, id] = read.data;
    const isNumeric = sort === 'pupils' || sort === '-pupils';
    return isNumeric === (typeof key === 'number') && !String(key).includes('\u0000') ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}
