import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { publicEvents } from '@/lib/events/calendar-store';
import type { CentreEvent } from '@/lib/events/event';
import { eventEntry } from '@/lib/events/event-entry';
import type { EventSearch } from '@/lib/events/event-search';
import {
  directionCounts,
  eventById,
  eventsOfMonth,
  eventsOfRow,
  eventsSlice,
  eventsSoon,
  formCounts,
  listFacts,
  type Place,
  type Queued,
  queuesOf,
  schoolChoices,
  schoolCounts,
  targetNames,
} from '@/lib/events/event-store';
import { isPast } from '@/lib/events/event-time';
import { formsOf } from '@/lib/events/form-store';
import { calendarText } from '@/lib/events/icalendar';
import { closedBecause, hasCome } from '@/lib/events/joining';
import { materialsOf } from '@/lib/events/material-store';
import type { Month } from '@/lib/events/month-grid';
import { planAndFact } from '@/lib/events/plan-and-fact';
import { registrationsOf } from '@/lib/events/registration-store';
import { type Seats, type Standing, seatsOf, standings } from '@/lib/events/waiting-list';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { localOfMoment } from '@/lib/kernel/local-time';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { env } from '@/lib/platform/env';
import { inScope } from '@/lib/platform/prisma';
import { readRow, rowChoices } from '@/lib/roadmaps/planning-queries';

/** An event of a list with what the list says of its places, and where the reader's own school stands. */
export type ListedEvent = CentreEvent & {
  readonly seats: Seats;
  readonly own: Standing | undefined;
  /** Its time is up and nobody has said how it went. */
  readonly isUnmarked: boolean;
};

export const placeOf = (viewer: Viewer): Place => ({
  municipalityId: ownMunicipality(viewer),
  timeZone: viewer.timeZone,
});

function ownStanding(queue: readonly Queued[], capacity: number | null): Standing | undefined {
  const own = queue.find(({ isOwn }) => isOwn);
  return own && standings(queue, capacity).get(own.turn);
}

async function listed({ viewer, tx }: QueryContext, events: readonly CentreEvent[]): Promise<readonly ListedEvent[]> {
  const queues = await queuesOf(
    tx,
    events.map((event) => event.id),
  );
  const now = new Date();
  return events.map((event) => {
    const queue = queues.get(event.id) ?? [];
    return {
      ...event,
      seats: seatsOf(queue, event.capacity),
      own: ownStanding(queue, event.capacity),
      isUnmarked: event.status === 'PLANNED' && isPast(event.time, now, viewer.timeZone),
    };
  });
}

/** What list and calendar have in common: the choices of their filters, and who looks. */
async function around({ viewer, tx }: QueryContext) {
  const isSchool = isSchoolRole(viewer.role);
  const municipalityId = ownMunicipality(viewer);
  return {
    forms: await formsOf(tx, municipalityId),
    schools: isSchool ? [] : await schoolChoices(tx, municipalityId),
    isSchool,
    canChange: can(viewer.role, 'event.change'),
    canCount: can(viewer.role, 'dashboard.municipality'),
  };
}

/** A school's own events are asked for by a state, not by a school it may choose. */
const allowed = (viewer: Viewer, search: EventSearch): EventSearch =>
  isSchoolRole(viewer.role)
    ? { ...search, school: undefined }
    : { ...search, ...(search.state === 'own' && { state: undefined }) };

/** The list of events of a school year or a month, with the year's plan and fact. */
export const eventsPage = defineQuery('event.read', async (context, asked: EventSearch) => {
  const { viewer, tx } = context;
  const place = placeOf(viewer);
  const search = allowed(viewer, asked);
  const presentYear = schoolYearAt(new Date(), viewer.timeZone);
  const year = search.year ?? presentYear;
  const { events, after, before } = await eventsSlice(tx, place, search, year);
  const choices = await around(context);
  const counts = choices.canCount ? await formCounts(tx, place.municipalityId, year) : [];
  return {
    ...choices,
    ...(await listFacts(tx, place, search, year)),
    events: await listed(context, events),
    after,
    before,
    search,
    year,
    presentYear,
    norms: choices.canCount ? planAndFact(choices.forms, counts) : [],
  };
});
export type EventsPage = Awaited<ReturnType<typeof eventsPage>>;

/** One month of the calendar. */
export const eventsCalendar = defineQuery('event.read', async (context, asked: EventSearch) => {
  const { viewer, tx } = context;
  const today = localOfMoment(new Date(), viewer.timeZone).slice(0, 10);
  const month: Month = asked.month ?? today.slice(0, 7);
  const search = { ...allowed(viewer, asked), month };
  const { dated, undated } = await eventsOfMonth(tx, placeOf(viewer), search);
  return { ...(await around(context)), dated: await listed(context, dated), undated, search, month, today };
});
export type EventsCalendar = Awaited<ReturnType<typeof eventsCalendar>>;

const SOON = 5;

/** What is next, for the first page of everybody who sees events. */
export const eventsAhead = defineQuery('event.read', async (context) => ({
  events: await listed(context, await eventsSoon(context.tx, placeOf(context.viewer), SOON)),
  isSchool: isSchoolRole(context.viewer.role),
}));
export type EventsAhead = Awaited<ReturnType<typeof eventsAhead>>;

const BATCH = 200;

/**
 * The list under the filter of the screen, whole, for a file; that it left the portal is in the journal. Read in batches, a
 * transaction each: a slow reader of the file must not hold one open.
 */
export const noteEventsExport = defineQuery('event.read', async ({ viewer, tx }, search: EventSearch) => {
  const year = search.year ?? schoolYearAt(new Date(), viewer.timeZone);
  await writeJournal(tx, {
    ...{ action: 'event.export', entity: 'municipality', entityId: ownMunicipality(viewer) },
    details: { year },
  });
  return year;
});
export async function* eventRows(viewer: Viewer, asked: EventSearch, year: number): AsyncGenerator<ListedEvent> {
  if (!can(viewer.role, 'event.read')) throw notFound();
  let after: string | undefined;
  do {
    const search = { ...allowed(viewer, asked), after, before: undefined };
    const slice = await inScope(viewer, async (tx) => {
      const found = await eventsSlice(tx, placeOf(viewer), search, year, BATCH);
      return { rows: await listed({ viewer, tx }, found.events), after: found.after };
    });
    yield* slice.rows;
    after = slice.after;
  } while (after);
}

/** The event of an address; what is no id at all is as absent as a foreign one. */
async function seen({ viewer, tx }: QueryContext, address: string): Promise<CentreEvent> {
  const known = id.safeParse(address).data;
  const event = known && (await eventById(tx, ownMunicipality(viewer), known));
  if (!event) throw notFound();
  return event;
}

/** Everything about one event that its viewer may know. */
export const eventPage = defineQuery('event.read', async (context, address: string) => {
  const { viewer, tx } = context;
  const event = await seen(context, address);
  const queue = (await queuesOf(tx, [event.id])).get(event.id) ?? [];
  const found = standings(queue, event.capacity);
  const registrations = await registrationsOf(tx, event.id);
  const [now, isSchool] = [new Date(), isSchoolRole(viewer.role)];
  const canChange = can(viewer.role, 'event.change');
  return {
    event,
    seats: seatsOf(queue, event.capacity),
    registrations: registrations.map((one) => ({
      ...one,
      standing: found.get(one.turn) ?? ({ state: 'SEATED' } as const),
    })),
    materials: await materialsOf(tx, event.id),
    row: event.roadmapRowId === null ? undefined : await readRow(context, event.roadmapRowId),
    // A school is not told who else was asked: that would tell who needs help.
    targets: isSchool ? undefined : await targetNames(tx, event.id),
    choices: canChange ? await schoolChoices(tx, event.municipalityId) : [],
    closed: closedBecause(event, now, viewer.timeZone),
    hasCome: hasCome(event, now, viewer.timeZone),
    isUnmarked: event.status === 'PLANNED' && isPast(event.time, now, viewer.timeZone),
    isSchool,
    canChange,
    canJoin: can(viewer.role, 'event.join'),
    timeZone: viewer.timeZone,
  };
});
export type EventPage = Awaited<ReturnType<typeof eventPage>>;

/** Events that carry out a row of a plan, as far as the viewer sees them. */
export const rowEvents = defineQuery('event.read', async (context, rowId: string) => ({
  rowId,
  events: await listed(context, await eventsOfRow(context.tx, ownMunicipality(context.viewer), rowId)),
  canChange: can(context.viewer.role, 'event.change'),
}));
export type RowEvents = Awaited<ReturnType<typeof rowEvents>>;

/** What a form of an event offers; `rowId` of the row that it carries out or is to. */
async function offered(context: QueryContext, rowId: string | null) {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const open = await rowChoices(context);
  const row = rowId === null ? undefined : await readRow(context, rowId);
  return {
    forms: await formsOf(tx, municipalityId),
    schools: await schoolChoices(tx, municipalityId),
    presentYear: schoolYearAt(new Date(), viewer.timeZone),
    // Rows that an event can carry out; its own stands first even when it is done.
    rows: [...(row ? [row] : []), ...open.filter((one) => one.id !== row?.id)],
    row,
  };
}

/** The form of a new event; of one for a row of a plan, with what the row says. */
export const newEventForm = defineQuery('event.change', (context, rowId?: string) => offered(context, rowId ?? null));
export type NewEventForm = Awaited<ReturnType<typeof newEventForm>>;

export const editEventForm = defineQuery('event.change', async (context, address: string) => {
  const event = await seen(context, address);
  const targets = (await targetNames(context.tx, event.id)).map((school) => school.id);
  return { ...(await offered(context, event.roadmapRowId)), event, targets };
});
export type EditEventForm = Awaited<ReturnType<typeof editEventForm>>;

/** An event to be called off or repeated. */
export const eventToChange = defineQuery('event.change', (context, address: string) => seen(context, address));

export const formsPage = defineQuery('event.change', async ({ viewer, tx }) => ({
  forms: await formsOf(tx, ownMunicipality(viewer)),
}));
export type FormsPage = Awaited<ReturnType<typeof formsPage>>;

/** A school year in numbers: forms with a norm, directions, schools. */
export const eventCounters = defineQuery(
  'dashboard.municipality',
  async ({ viewer, tx }, asked: number | undefined) => {
    const municipalityId = ownMunicipality(viewer);
    const presentYear = schoolYearAt(new Date(), viewer.timeZone);
    const year = asked ?? presentYear;
    return {
      year,
      presentYear,
      norms: planAndFact(await formsOf(tx, municipalityId), await formCounts(tx, municipalityId, year)),
      directions: await directionCounts(tx, municipalityId, year),
      schools: await schoolCounts(tx, municipalityId, year),
      canChange: can(viewer.role, 'event.change'),
    };
  },
);
export type EventCounters = Awaited<ReturnType<typeof eventCounters>>;

/** One event as a file for a calendar; undefined for a term without a date, which no calendar can hold. */
export const eventIcs = defineQuery('event.read', async (context, address: string) => {
  const event = await seen(context, address);
  const entry = eventEntry(event, context.viewer.timeZone, `${env().PORTAL_ORIGIN}${links.event(event.id)}`, {
    note: '',
  });
  if (!entry) throw notFound();
  await writeJournal(context.tx, { action: 'event.export', entity: 'event', entityId: event.id, details: {} });
  return calendarText(event.title, [entry]);
});

/** The open page: what the centres show to anybody. Nobody is signed in here. */
export const openEvents = () => publicEvents();
export type OpenEvents = Awaited<ReturnType<typeof openEvents>>;
