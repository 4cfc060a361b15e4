import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { CALENDAR_TYPE } from '@/lib/events/calendar-feed';
import { eventIcs } from '@/lib/events/event-queries';
import { id } from '@/lib/kernel/ids';

/** One event as a file that a calendar takes. */
export const GET = defineRoute({
  permission: 'event.read',
  params: z.object({ id }),
  handle: async ({ viewer, params }) =>
    new Response(await eventIcs.as(viewer, params.id), {
      headers: { 'Content-Type': CALENDAR_TYPE, 'Content-Disposition': 'attachment; filename="event.ics"' },
    }),
});
