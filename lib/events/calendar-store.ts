import 'server-only';
import { type Viewer, viewer } from '@/lib/access/viewer';
import type { EventStatus } from '@/lib/events/event';
import { timeOfRow } from '@/lib/events/event-store';
import type { EventTime } from '@/lib/events/event-time';
import { prisma, type Tx } from '@/lib/platform/prisma';

export type Feed = { readonly createdAt: Date; readonly lastReadAt: Date | null };

/** The viewer's own calendar address, if he has one; what it is called nobody can tell any more. */
export async function ownFeed(tx: Tx, membershipId: string): Promise<Feed | undefined> {
  const row = await tx.calendarFeed.findUnique({
    where: { membershipId },
    select: { createdAt: true, lastReadAt: true },
  });
  return row ?? undefined;
}

export async function removeFeed(tx: Tx, membershipId: string): Promise<boolean> {
  const { count } = await tx.calendarFeed.deleteMany({ where: { membershipId } });
  return count === 1;
}

/** Puts a new address in the place of the old one, which stops working with it. */
export async function renewFeed(
  tx: Tx,
  { membershipId, municipalityId }: { readonly membershipId: string; readonly municipalityId: string },
  tokenHash: string,
): Promise<void> {
  await removeFeed(tx, membershipId);
  await tx.$executeRaw`INSERT INTO calendar_feed (membership_id, municipality_id, token_hash)
    VALUES (${membershipId}::uuid, ${municipalityId}::uuid, ${tokenHash})`;
}

/** A calendar asks every hour at the most often; phones, desktops and a curious owner together stay far below this. */
const READS = 120;
const WINDOW_MINUTES = 60;

/** Who stands behind an address, and whether it is read too often; undefined for one that nobody has. */
export async function feedViewer(
  tokenHash: string,
): Promise<{ readonly viewer: Viewer; readonly isWithin: boolean } | undefined> {
  const [row] = await prisma().$queryRaw<({ isWithin: boolean } & Record<string, unknown>)[]>`
    SELECT user_id::text AS "userId", name, email, role, membership_id::text AS "membershipId", region_id::text AS "regionId",
      municipality_id::text AS "municipalityId", school_id::text AS "schoolId", municipality_name AS "municipalityName",
      centre_name AS "centreName", office_name AS "officeName", region_name AS "regionName", school_name AS "schoolName",
      time_zone AS "timeZone", public_label AS "publicLabel", is_within AS "isWithin"
    FROM calendar_viewer(${tokenHash}, ${READS}::int, make_interval(mins => ${WINDOW_MINUTES}::int))`;
  if (!row) return undefined;
  const { isWithin, ...person } = row;
  // No session: an address opens the calendar and nothing else.
  return { viewer: viewer.parse({ ...person, sessionId: '', memberships: 1, hasTotp: false }), isWithin };
}

/** An event on the open page: what, when and where; neither for whom nor who comes. */
export type PublicEvent = {
  readonly id: string;
  readonly formName: string;
  readonly title: string;
  readonly time: EventTime;
  readonly place: string;
  readonly baseName: string;
  readonly status: EventStatus;
  readonly municipalityName: string;
  readonly centreName: string;
};

type PublicRow = Omit<PublicEvent, 'time'> & {
  readonly starts: string | null;
  readonly ends: string | null;
  readonly allDay: boolean;
  readonly term: string;
};

/** What the centres have put on the open page and is still to come. */
export async function publicEvents(): Promise<readonly PublicEvent[]> {
  const rows = await prisma().$queryRaw<PublicRow[]>`
    SELECT id::text, form_name AS "formName", title, to_char(starts, 'YYYY-MM-DD"T"HH24:MI') AS starts,
      to_char(ends, 'YYYY-MM-DD"T"HH24:MI') AS ends, all_day AS "allDay", term, place, base_name AS "baseName", status,
      municipality_name AS "municipalityName", centre_name AS "centreName"
    FROM public_events()`;
  return rows.map(({ starts, ends, allDay, term, ...row }) => ({
    ...row,
    time: timeOfRow({ starts, ends, allDay, term }),
  }));
}
