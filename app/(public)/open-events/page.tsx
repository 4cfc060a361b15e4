import type { Metadata } from 'next';
import { OpenEventsScreen } from '@/components/events/open-events-screen';
import { openEvents } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Открытые мероприятия' };

/** Read anew for each visit: a build knows of no events. */
export const dynamic = 'force-dynamic';

export default async function OpenEventsRoute() {
  return <OpenEventsScreen events={await openEvents()} />;
}
