import type { Metadata } from 'next';
import { CalendarScreen } from '@/components/events/calendar-screen';
import { eventsCalendar } from '@/lib/events/event-queries';
import { eventSearch } from '@/lib/events/event-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Календарь мероприятий' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EventsCalendarRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await eventsCalendar(eventSearch.parse(params));
  return <CalendarScreen page={page} address={{ path: links.eventsCalendar(), params }} />;
}
