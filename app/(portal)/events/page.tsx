import type { Metadata } from 'next';
import { EventsScreen } from '@/components/events/events-screen';
import { eventsPage } from '@/lib/events/event-queries';
import { eventSearch } from '@/lib/events/event-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Мероприятия' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EventsRoute({ searchParams }: Props) {
  const params = await searchParams;
  return <EventsScreen page={await eventsPage(eventSearch.parse(params))} address={{ path: links.events(), params }} />;
}
