import 'server-only';
import type { CentreEvent, EventDirection, EventStatus } from '@/lib/events/event';
import { type Cursor, type EventSearch, type EventSort, readCursor, writeCursor } from '@/lib/events/event-search';
import { type EventTime, monthsOfYear } from '@/lib/events/event-time';
import { firstOfMonth, monthBeside } from '@/lib/events/month-grid';
import type { FormCount } from '@/lib/events/plan-and-fact';
import type { Registered } from '@/lib/events/waiting-list';
import { newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import type { Tx } from '@/lib/platform/prisma';
import { searchWords } from '@/lib/schools/search';
import { Prisma } from '@/prisma/generated/client';

type EventRow = Omit<CentreEvent, 'time'> & {
  readonly starts: string | null;
  readonly ends: string | null;
  readonly allDay: boolean;
  readonly term: string;
};

const wall = (column: Prisma.Sql) => Prisma.sql`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI')`;

const FIELDS = Prisma.sql`e.id::text AS id, e.municipality_id::text AS "municipalityId", e.form_id::text AS "formId",
  f.name AS "formName", e.title, e.direction::text AS direction, e.audience, e.base_school_id::text AS "baseSchoolId",
  e.base_name AS "baseName", ${wall(Prisma.sql`e.starts`)} AS starts, ${wall(Prisma.sql`e.ends`)} AS ends,
  e.all_day AS "allDay", e.term, e.year::int AS year, e.place, e.link, e.speakers, e.capacity::int AS capacity,
  e.is_open AS "isOpen", e.is_published AS "isPublished", e.is_public AS "isPublic", e.status::text AS status,
  e.cancel_reason AS "cancelReason", e.summary, e.roadmap_row_id::text AS "roadmapRowId",
  e.series_id::text AS "seriesId", e.sequence, e.updated_at AS "updatedAt"`;
const FROM = Prisma.sql`FROM event e JOIN event_form f ON f.id = e.form_id`;

export function timeOfRow({
  starts,
  ends,
  allDay,
  term,
}: Pick<EventRow, 'starts' | 'ends' | 'allDay' | 'term'>): EventTime {
  if (starts === null || ends === null) return { kind: 'TERM', term };
  return allDay
    ? { kind: 'DAYS', first: starts.slice(0, 10), last: ends.slice(0, 10) }
    : { kind: 'HOURS', starts, ends };
}

const toEvent = ({ starts, ends, allDay, term, ...row }: EventRow): CentreEvent => ({
  ...row,
  time: timeOfRow({ starts, ends, allDay, term }),
});

/** The columns of a time; a wall time is written as if it were UTC, which the column has no notion of. */
function timeColumns(time: EventTime) {
  if (time.kind === 'TERM') return { starts: null, ends: null, allDay: false, term: time.term };
  const [starts, ends] =
    time.kind === 'DAYS' ? [`${time.first}T00:00`, `${time.last}T00:00`] : [time.starts, time.ends];
  const at = (local: string) => new Date(`${local}:00Z`);
  return { starts: at(starts), ends: at(ends), allDay: time.kind === 'DAYS', term: '' };
}

/** What the list is looked at through: whose municipality, and by whose clocks an event is over. */
export type Place = { readonly municipalityId: string; readonly timeZone: string };

const matches = (pattern: string) => Prisma.sql`e.search_text COLLATE "russian" ~ ${pattern}`;

function stateOf(state: EventSearch['state'], timeZone: string): Prisma.Sql | undefined {
  switch (state) {
    case 'planned':
      return Prisma.sql`e.status = 'PLANNED' AND e.is_published`;
    case 'unmarked':
      return Prisma.sql`e.status = 'PLANNED' AND e.is_published
        AND e.ends + CASE WHEN e.all_day THEN interval '1 day' ELSE interval '0' END <= now() AT TIME ZONE ${timeZone}`;
    case 'held':
      return Prisma.sql`e.status = 'HELD'`;
    case 'cancelled':
      return Prisma.sql`e.status = 'CANCELLED'`;
    case 'draft':
      return Prisma.sql`NOT e.is_published`;
    case 'own':
      return Prisma.sql`EXISTS (SELECT FROM event_registration r WHERE r.event_id = e.id AND r.withdrawn_at IS NULL)`;
    default:
      return undefined;
  }
}

/** Hosted by the school, meant for it, or attended by it. */
const ofSchool = (school: string) => Prisma.sql`(e.base_school_id = ${school}::uuid
  OR EXISTS (SELECT FROM event_target t WHERE t.event_id = e.id AND t.school_id = ${school}::uuid)
  OR EXISTS (SELECT FROM event_registration r
             WHERE r.event_id = e.id AND r.school_id = ${school}::uuid AND r.withdrawn_at IS NULL))`;

const during = (month: string) => Prisma.sql`e.starts < ${firstOfMonth(monthBeside(month, 1))}::timestamp
  AND e.ends >= ${firstOfMonth(month)}::timestamp`;

/** The filter of list and calendar; a month names its year itself. */
function filtered({ municipalityId, timeZone }: Place, search: EventSearch, year: number): Prisma.Sql {
  const state = stateOf(search.state, timeZone);
  return Prisma.join(
    [
      Prisma.sql`e.municipality_id = ${municipalityId}::uuid`,
      search.month ? during(search.month) : Prisma.sql`e.year = ${year}::int`,
      ...(search.form ? [Prisma.sql`e.form_id = ${search.form}::uuid`] : []),
      ...(search.direction ? [Prisma.sql`e.direction = ${search.direction}::event_direction`] : []),
      ...(search.school ? [ofSchool(search.school)] : []),
      ...(state ? [state] : []),
      ...searchWords(search.q).map(({ pattern }) => matches(pattern)),
    ],
    ' AND ',
  );
}

type Order = { readonly key: Prisma.Sql; readonly cast: Prisma.Sql; readonly of: (row: EventRow) => string };
/** A term in words stands behind all dates. */
const DATE: Order = {
  key: Prisma.sql`coalesce(e.starts, 'infinity'::timestamp)`,
  cast: Prisma.sql`timestamp`,
  of: ({ starts }) => starts ?? 'infinity',
};
const TITLE: Order = { key: Prisma.sql`e.title`, cast: Prisma.sql`text COLLATE "russian"`, of: ({ title }) => title };
const ORDERS: Record<EventSort, Order> = { date: DATE, '-date': DATE, title: TITLE, '-title': TITLE };

export const PAGE_SIZE = 50;

export type EventsSlice = {
  readonly events: readonly CentreEvent[];
  readonly after?: string;
  readonly before?: string;
};

/** One page of the list by key, in the order of the screen. */
export async function eventsSlice(
  tx: Tx,
  place: Place,
  search: EventSearch,
  year: number,
  size: number = PAGE_SIZE,
): Promise<EventsSlice> {
  const order = ORDERS[search.sort];
  const after = readCursor(search.after, search.sort);
  const before = after ? undefined : readCursor(search.before, search.sort);
  const cursor = after ?? before;
  const ascending = search.sort.startsWith('-') === (before !== undefined);
  const beyond = cursor
    ? Prisma.sql`AND (${order.key}, e.id) ${ascending ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.key}::${order.cast}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const direction = ascending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const found = await tx.$queryRaw<EventRow[]>`/*events*/ SELECT ${FIELDS} ${FROM}
    WHERE ${filtered(place, search, year)} ${beyond}
    ORDER BY ${order.key} ${direction}, e.id ${direction} LIMIT ${Prisma.raw(String(size + 1))}`;
  const more = found.length > size;
  const rows = before ? found.slice(0, size).toReversed() : found.slice(0, size);
  const cursorOf = (row: EventRow | undefined): Cursor | undefined => row && { key: order.of(row), id: row.id };
  const [next, previous] = [cursorOf(rows.at(-1)), cursorOf(rows[0])];
  return {
    events: rows.map(toEvent),
    ...(next && (before || more) ? { after: writeCursor(next) } : {}),
    ...(previous && (after || (before && more)) ? { before: writeCursor(previous) } : {}),
  };
}

export type ListFacts = { readonly total: number; readonly years: readonly number[] };

/** How many the filter finds, and the school years that have events, the latest first. */
export async function listFacts(tx: Tx, place: Place, search: EventSearch, year: number): Promise<ListFacts> {
  const [row] = await tx.$queryRaw<ListFacts[]>`/*event_facts*/ SELECT
    (SELECT count(*)::int ${FROM} WHERE ${filtered(place, search, year)}) AS total,
    ARRAY (SELECT DISTINCT e.year::int FROM event e
           WHERE e.municipality_id = ${place.municipalityId}::uuid ORDER BY 1 DESC) AS years`;
  return row ?? { total: 0, years: [] };
}

/** A month holds what a page can draw; a municipality has some ten events a month. */
const MONTH_MAX = 400;

/** Events of one month in their order, and those of its school year that have no date. */
export async function eventsOfMonth(
  tx: Tx,
  place: Place,
  search: EventSearch & { month: string },
): Promise<{ readonly dated: readonly CentreEvent[]; readonly undated: readonly CentreEvent[] }> {
  const year = Number(search.month.slice(0, 4)) - (Number(search.month.slice(5)) >= 9 ? 0 : 1);
  const dated = await tx.$queryRaw<EventRow[]>`/*event_month*/ SELECT ${FIELDS} ${FROM}
    WHERE ${filtered(place, search, year)} ORDER BY e.starts, e.id LIMIT ${Prisma.raw(String(MONTH_MAX))}`;
  const undated = await tx.$queryRaw<EventRow[]>`/*event_terms*/ SELECT ${FIELDS} ${FROM}
    WHERE ${filtered(place, { ...search, month: undefined }, year)} AND e.starts IS NULL
    ORDER BY e.title, e.id LIMIT ${Prisma.raw(String(MONTH_MAX))}`;
  return { dated: dated.map(toEvent), undated: undated.map(toEvent) };
}

/** A calendar holds the school year that runs, the one before it and what is planned behind it. */
const FEED_MAX = 1000;

/** What somebody's calendar shows: dated events from the beginning of the last school year on. */
export async function eventsForFeed(
  tx: Tx,
  municipalityId: string,
  presentYear: number,
): Promise<readonly CentreEvent[]> {
  const [from = ''] = monthsOfYear(presentYear - 1);
  const rows = await tx.$queryRaw<EventRow[]>`/*event_feed*/ SELECT ${FIELDS} ${FROM}
    WHERE e.municipality_id = ${municipalityId}::uuid AND e.starts >= ${firstOfMonth(from)}::timestamp
    ORDER BY e.starts DESC, e.id LIMIT ${Prisma.raw(String(FEED_MAX))}`;
  return rows.map(toEvent);
}

/** The next events that are shown to schools and not called off, the soonest first. */
export async function eventsSoon(
  tx: Tx,
  { municipalityId, timeZone }: Place,
  limit: number,
): Promise<readonly CentreEvent[]> {
  const rows = await tx.$queryRaw<EventRow[]>`/*events_soon*/ SELECT ${FIELDS} ${FROM}
    WHERE e.municipality_id = ${municipalityId}::uuid AND e.is_published AND e.status = 'PLANNED'
      AND e.ends >= date_trunc('day', now() AT TIME ZONE ${timeZone})
    ORDER BY e.starts, e.id LIMIT ${Prisma.raw(String(limit))}`;
  return rows.map(toEvent);
}

/** Published events that begin on a day, with the schools registered for them. */
export async function startingOn(
  tx: Tx,
  municipalityId: string,
  day: string,
): Promise<readonly { readonly event: CentreEvent; readonly schools: readonly string[] }[]> {
  const rows = await tx.$queryRaw<(EventRow & { schools: readonly string[] })[]>`SELECT ${FIELDS},
      ARRAY (SELECT r.school_id::text FROM event_registration r
             WHERE r.event_id = e.id AND r.withdrawn_at IS NULL ORDER BY r.turn) AS schools ${FROM}
    WHERE e.municipality_id = ${municipalityId}::uuid AND e.is_published AND e.status = 'PLANNED'
      AND e.starts >= ${day}::date AND e.starts < ${day}::date + 1`;
  return rows.map(({ schools, ...row }) => ({ event: toEvent(row), schools }));
}

/** Events that carry out a row of a plan, in the order of their days. */
export async function eventsOfRow(tx: Tx, municipalityId: string, rowId: string): Promise<readonly CentreEvent[]> {
  const rows = await tx.$queryRaw<EventRow[]>`/*events_of_row*/ SELECT ${FIELDS} ${FROM}
    WHERE e.municipality_id = ${municipalityId}::uuid AND e.roadmap_row_id = ${rowId}::uuid
    ORDER BY coalesce(e.starts, 'infinity'::timestamp), e.id LIMIT 100`;
  return rows.map(toEvent);
}

/** An event of the viewer's scope. */
export async function eventById(tx: Tx, municipalityId: string, eventId: string): Promise<CentreEvent | undefined> {
  const [row] = await tx.$queryRaw<EventRow[]>`/*event*/ SELECT ${FIELDS} ${FROM}
    WHERE e.municipality_id = ${municipalityId}::uuid AND e.id = ${eventId}::uuid`;
  return row && toEvent(row);
}

/** The event held until the transaction ends: registrations and changes of places stand in one line behind each other. */
export async function lockEvent(tx: Tx, municipalityId: string, eventId: string): Promise<CentreEvent> {
  const seen = await eventById(tx, municipalityId, eventId);
  if (!seen) throw notFound();
  await tx.$queryRaw`SELECT event_lock(${eventId}::uuid)::text`;
  // Once more: whoever held it may have changed it, or hidden it.
  const held = await eventById(tx, municipalityId, eventId);
  if (!held) throw notFound();
  return held;
}

/** Deadlines are told by the database's clock. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  return row?.now ?? new Date();
}

export const staleEvent = () =>
  new Refusal(
    'conflict',
    'Пока страница была открыта, мероприятие изменил другой сотрудник. Ваш текст остался на экране. Откройте мероприятие в соседней вкладке, сравните и внесите своё изменение заново.',
  );

export type EventDraft = Pick<
  CentreEvent,
  | 'formId'
  | 'formName'
  | 'title'
  | 'direction'
  | 'audience'
  | 'baseSchoolId'
  | 'baseName'
  | 'time'
  | 'year'
  | 'place'
  | 'link'
  | 'speakers'
  | 'capacity'
  | 'isOpen'
  | 'isPublished'
  | 'isPublic'
  | 'roadmapRowId'
>;

const searchText = ({ title, formName, audience, baseName, place }: EventDraft): string =>
  fold([title, formName, audience, baseName, place].join(' '));

/** The columns of the plan, and no others: a repetition begins anew. */
function columns(draft: EventDraft) {
  const { formId, title, direction, audience, baseSchoolId, baseName, time, year, roadmapRowId } = draft;
  const { place, link, speakers, capacity, isOpen, isPublished, isPublic } = draft;
  return {
    ...{ formId, title, direction, audience, baseSchoolId, baseName, year, roadmapRowId },
    ...{ place, link, speakers, capacity, isOpen, isPublished, isPublic },
    ...timeColumns(time),
    searchText: searchText(draft),
  };
}

export async function insertEvent(
  tx: Tx,
  municipalityId: string,
  draft: EventDraft,
  by: { readonly userId: string; readonly seriesId: string | null },
): Promise<string> {
  const id = newId();
  await tx.event.create({
    data: { ...columns(draft), id, municipalityId, createdById: by.userId, seriesId: by.seriesId },
    select: { id: true },
  });
  return id;
}

export type EventChange = {
  readonly status?: EventStatus;
  readonly cancelReason?: string;
  readonly summary?: string;
  readonly isPublished?: boolean;
  readonly seriesId?: string;
};

/** One change of an event as somebody saw it: its sequence grows, so that calendars and other editors notice. */
export async function changeEvent(
  tx: Tx,
  event: Pick<CentreEvent, 'id' | 'municipalityId' | 'sequence'>,
  change: EventChange | EventDraft,
): Promise<void> {
  const { count } = await tx.event.updateMany({
    where: { id: event.id, municipalityId: event.municipalityId, sequence: event.sequence },
    data: {
      ...('title' in change ? columns(change) : change),
      sequence: { increment: 1 },
      updatedAt: new Date(),
    },
  });
  if (count === 0) throw staleEvent();
}

/** Throws away a draft that no school has seen. */
export async function removeDraft(tx: Tx, { id, municipalityId }: CentreEvent): Promise<void> {
  const { count } = await tx.event.deleteMany({ where: { id, municipalityId, isPublished: false } });
  if (count === 0) throw staleEvent();
}

export async function targetsOf(tx: Tx, eventId: string): Promise<readonly string[]> {
  const rows = await tx.eventTarget.findMany({ where: { eventId }, select: { schoolId: true } });
  return rows.map(({ schoolId }) => schoolId);
}

/** Names of the schools an event is meant for, alphabetical; only those that the viewer may see. */
export async function targetNames(tx: Tx, eventId: string): Promise<readonly { id: string; name: string }[]> {
  return tx.$queryRaw`SELECT s.id::text AS id, s.short_name AS name FROM event_target t JOIN school s ON s.id = t.school_id
    WHERE t.event_id = ${eventId}::uuid ORDER BY s.short_name, s.id`;
}

export async function setTargets(
  tx: Tx,
  event: Pick<CentreEvent, 'id' | 'municipalityId'>,
  schools: readonly string[],
): Promise<void> {
  const { id: eventId, municipalityId } = event;
  await tx.eventTarget.deleteMany({ where: { eventId, schoolId: { notIn: [...schools] } } });
  await addTargets(tx, { eventId, municipalityId }, schools);
}

export async function addTargets(
  tx: Tx,
  place: { readonly eventId: string; readonly municipalityId: string },
  schools: readonly string[],
): Promise<void> {
  await tx.eventTarget.createMany({
    data: schools.map((schoolId) => ({ ...place, schoolId })),
    skipDuplicates: true,
  });
}

export type Queued = Registered & { readonly isOwn: boolean };

/** The queues of events by event: turns and numbers of people, without the names of schools. */
export async function queuesOf(tx: Tx, events: readonly string[]): Promise<ReadonlyMap<string, readonly Queued[]>> {
  const queues = new Map<string, Queued[]>(events.map((event) => [event, []]));
  const rows = await tx.$queryRaw<(Queued & { eventId: string })[]>`/*event_queue*/
    SELECT event_id::text AS "eventId", turn, participants, is_own AS "isOwn" FROM event_queue(${[...events]}::uuid[])`;
  for (const { eventId, ...queued } of rows) queues.get(eventId)?.push(queued);
  return queues;
}

/** Schools at work that an event can be held at or meant for, alphabetical. */
export async function schoolChoices(tx: Tx, municipalityId: string): Promise<readonly { id: string; name: string }[]> {
  return tx.$queryRaw`SELECT id::text AS id, short_name AS name FROM school
    WHERE municipality_id = ${municipalityId}::uuid AND closed_at IS NULL ORDER BY short_name, id`;
}

/** Events of a school year by form and state, drafts among them: the plan is the centre's. */
export async function formCounts(tx: Tx, municipalityId: string, year: number): Promise<readonly FormCount[]> {
  return tx.$queryRaw<FormCount[]>`/*event_counts*/ SELECT form_id::text AS "formId", status::text AS status,
      count(*)::int AS events
    FROM event WHERE municipality_id = ${municipalityId}::uuid AND year = ${year}::int GROUP BY 1, 2`;
}

export type DirectionCount = {
  readonly direction: EventDirection | null;
  readonly planned: number;
  readonly held: number;
  readonly cancelled: number;
  /** People who came to what was held. */
  readonly attended: number;
};

/** Events of a school year by direction. */
export async function directionCounts(
  tx: Tx,
  municipalityId: string,
  year: number,
): Promise<readonly DirectionCount[]> {
  return tx.$queryRaw<DirectionCount[]>`SELECT e.direction::text AS direction,
      (count(*) FILTER (WHERE e.status = 'PLANNED'))::int AS planned, (count(*) FILTER (WHERE e.status = 'HELD'))::int AS held,
      (count(*) FILTER (WHERE e.status = 'CANCELLED'))::int AS cancelled, coalesce(sum(r.attended), 0)::int AS attended
    FROM event e LEFT JOIN LATERAL (SELECT sum(attended) AS attended FROM event_registration
      WHERE event_id = e.id AND withdrawn_at IS NULL AND e.status = 'HELD') r ON true
    WHERE e.municipality_id = ${municipalityId}::uuid AND e.year = ${year}::int
    GROUP BY e.direction ORDER BY e.direction NULLS LAST`;
}

export type SchoolCount = {
  readonly schoolId: string;
  readonly name: string;
  /** Events at this school, meant for it, registered for, and attended; whatever was called off is not counted. */
  readonly hosted: number;
  readonly invited: number;
  readonly registered: number;
  readonly attended: number;
};

/** Events of a school year by school, every school at work among them. */
export async function schoolCounts(tx: Tx, municipalityId: string, year: number): Promise<readonly SchoolCount[]> {
  return tx.$queryRaw<SchoolCount[]>`
    WITH ours AS (SELECT id, base_school_id, is_open FROM event
      WHERE municipality_id = ${municipalityId}::uuid AND year = ${year}::int AND status <> 'CANCELLED')
    SELECT s.id::text AS "schoolId", s.short_name AS name,
      (SELECT count(*)::int FROM ours WHERE base_school_id = s.id) AS hosted,
      (SELECT count(*)::int FROM ours WHERE is_open OR id IN (SELECT event_id FROM event_target WHERE school_id = s.id)) AS invited,
      (SELECT count(*)::int FROM event_registration r JOIN ours ON ours.id = r.event_id
       WHERE r.school_id = s.id AND r.withdrawn_at IS NULL) AS registered,
      (SELECT count(*)::int FROM event_registration r JOIN ours ON ours.id = r.event_id
       WHERE r.school_id = s.id AND r.withdrawn_at IS NULL AND r.attended > 0) AS attended
    FROM school s WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL ORDER BY s.short_name, s.id`;
}
