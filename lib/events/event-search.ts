import { z } from 'zod';
import { EVENT_DIRECTIONS } from '@/lib/events/event';
import { MONTH_PATTERN } from '@/lib/events/month-grid';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';

export const EVENT_SORTS = ['date', '-date', 'title', '-title'] as const;
export type EventSort = (typeof EVENT_SORTS)[number];

/** `unmarked`: its time is up and nobody has said how it went; `own`: the reader's school has registered. */
export const EVENT_STATES = ['planned', 'unmarked', 'held', 'cancelled', 'draft', 'own'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** A wrong value in the address is no filter at all: a link from an old letter must still open the list. */
const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address says about the list and the calendar of events. */
export const eventSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  form: lenient(id),
  direction: lenient(z.enum(EVENT_DIRECTIONS)),
  school: lenient(id),
  state: lenient(z.enum(EVENT_STATES)),
  /** The list's; the calendar has one month. */
  year: lenient(z.coerce.number().pipe(schoolYear)),
  month: lenient(z.string().regex(MONTH_PATTERN)),
  sort: z.enum(EVENT_SORTS).catch('date').default('date'),
  after: lenient(z.string().max(1000)),
  before: lenient(z.string().max(1000)),
});
export type EventSearch = z.infer<typeof eventSearch>;

/** Where a page begins or ends: what is sorted by, and the id that breaks ties. */
export type Cursor = { readonly key: string; readonly id: string };

const cursor = z.tuple([z.string().max(400), z.uuid()]);
const MOMENT = /^(infinity|\d{4}-\d{2}-\d{2}T\d{2}:\d{2})$/;

export const writeCursor = ({ key, id: last }: Cursor): string =>
  Buffer.from(JSON.stringify([key, last])).toString('base64url');

/** The cursor of an address; undefined for anything else, which then means the first page. */
export function readCursor(text: string | undefined, sort: EventSort): Cursor | undefined {
  if (!text) return undefined;
  try {
    const [key, last] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    const isTime = sort === 'date' || sort === '-date';
    return key.includes('\u0000') || (isTime && !MOMENT.test(key)) ? undefined : { key, id: last };
  } catch {
    return undefined;
  }
}
