import type { Metadata } from 'next';
import { EventScreen } from '@/components/events/event-screen';
import { eventPage } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Мероприятие' };

type Props = { params: Promise<{ id: string }> };

export default async function EventRoute({ params }: Props) {
  return <EventScreen page={await eventPage((await params).id)} />;
}
