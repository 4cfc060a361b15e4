import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { can } from '@/lib/access/permissions';
import { ownFeed } from '@/lib/events/calendar-store';

/** The viewer's calendar address: whether there is one, when it was made and last read. */
export const calendarPage = defineQuery('event.read', async ({ viewer, tx }) => ({
  feed: await ownFeed(tx, viewer.membershipId),
  canChange: can(viewer.role, 'event.change'),
  canCount: can(viewer.role, 'dashboard.municipality'),
  timeZone: viewer.timeZone,
}));
export type CalendarPage = Awaited<ReturnType<typeof calendarPage>>;
