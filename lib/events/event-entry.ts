import type { CentreEvent } from '@/lib/events/event';
import { dayAfter, isDated, momentOf } from '@/lib/events/event-time';
import type { CalendarEntry } from '@/lib/events/icalendar';
import { placeWords } from '@/lib/events/words';

type Shown = Pick<
  CentreEvent,
  | 'id'
  | 'formName'
  | 'title'
  | 'audience'
  | 'speakers'
  | 'time'
  | 'baseName'
  | 'place'
  | 'link'
  | 'isPublished'
  | 'status'
  | 'cancelReason'
  | 'sequence'
  | 'updatedAt'
>;

/** What only the reader of this calendar knows of the event: «Ваша школа записана». */
type Own = { readonly note: string };

/**
 * An event as an entry of a calendar; undefined for a term without a date, which no calendar can hold. `url` is the page
 * of the event in the portal. An event that became a term leaves the feed, and with it the calendars that follow it.
 */
export function eventEntry(event: Shown, timeZone: string, url: string, own: Own): CalendarEntry | undefined {
  const { time } = event;
  if (!isDated(time)) return undefined;
  const description = [
    own.note,
    event.status === 'CANCELLED' && `Отменено. ${event.cancelReason}`,
    event.audience && `Для кого: ${event.audience}`,
    event.speakers && `Выступают: ${event.speakers}`,
    event.link && `Подключиться: ${event.link}`,
  ];
  return {
    uid: event.id,
    sequence: event.sequence,
    changedAt: event.updatedAt,
    ...(time.kind === 'DAYS'
      ? { starts: { day: time.first }, ends: { day: dayAfter(time.last) } }
      : { starts: { moment: momentOf(time.starts, timeZone) }, ends: { moment: momentOf(time.ends, timeZone) } }),
    status: event.status === 'CANCELLED' ? 'CANCELLED' : event.isPublished ? 'CONFIRMED' : 'TENTATIVE',
    summary: `${event.status === 'CANCELLED' ? 'Отменено: ' : ''}${event.formName}: ${event.title}`,
    description: description.filter(Boolean).join('\n'),
    location: placeWords(event) || event.link,
    url,
    categories: [event.formName],
  };
}
