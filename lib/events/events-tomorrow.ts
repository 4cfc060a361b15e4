import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { startingOn } from '@/lib/events/event-store';
import { timeWords } from '@/lib/events/words';
import { dayAt, dayBeside } from '@/lib/kernel/day';

/** Events of the next day with the schools that are registered for them. */
export async function eventsTomorrow({ viewer, tx }: QueryContext, now: Date) {
  const day = dayBeside(dayAt(now, viewer.timeZone), 1);
  const events = await startingOn(tx, ownMunicipality(viewer), day);
  return events.map(({ event, schools }) => ({
    ...{ eventId: event.id, title: `${event.formName}: ${event.title}`, sequence: event.sequence },
    ...{ when: timeWords(event.time), schools },
  }));
}
