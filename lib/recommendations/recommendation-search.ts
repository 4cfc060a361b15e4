import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { ADDRESSEES } from '@/lib/recommendations/recommendation';
import { RECOMMENDATION_STATES } from '@/lib/recommendations/recommendation-moves';

export const RECOMMENDATION_SORTS = ['due', '-due', 'school', '-school', 'updated', '-updated'] as const;
export type RecommendationSort = (typeof RECOMMENDATION_SORTS)[number];

/**
 * `open`: something is expected of the school; `late`: and its day is over; `waiting`: the centre has to answer. Without a
 * filter the list holds what is neither done nor withdrawn; `all` holds everything.
 */
export const RECOMMENDATION_FILTERS = ['open', 'late', 'waiting', 'all', ...RECOMMENDATION_STATES] as const;

/** A wrong value in the address is no filter at all: a link from an old letter must still open the list. */
const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address says about a list of recommendations. */
export const recommendationSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  school: lenient(id),
  /** Code of a point it answers to. */
  item: lenient(z.string().trim().min(1).max(32)),
  state: lenient(z.enum(RECOMMENDATION_FILTERS)),
  addressee: lenient(z.enum(ADDRESSEES)),
  year: lenient(z.coerce.number().pipe(schoolYear)),
  sort: z.enum(RECOMMENDATION_SORTS).catch('due').default('due'),
  after: lenient(z.string().max(1000)),
  before: lenient(z.string().max(1000)),
});
export type RecommendationSearch = z.infer<typeof recommendationSearch>;

/** Where a page begins or ends: what is sorted by, and the id that breaks ties. */
export type Cursor = { readonly key: string; readonly id: string };

const cursor = z.tuple([z.string().max(400), z.uuid()]);
const KEYS: Readonly<Record<string, RegExp>> = {
  due: /^(infinity|\d{4}-\d{2}-\d{2})$/,
  updated: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
};

export const writeCursor = ({ key, id: last }: Cursor): string =>
  Buffer.from(JSON.stringify([key, last])).toString('base64url');

/** The cursor of an address; undefined for anything else, which then means the first page. */
export function readCursor(text: string | undefined, sort: RecommendationSort): Cursor | undefined {
  if (!text) return undefined;
  try {
    const [key, last] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    const shape = KEYS[sort.replace('-', '')];
    return key.includes('\u0000') || (shape && !shape.test(key)) ? undefined : { key, id: last };
  } catch {
    return undefined;
  }
}
