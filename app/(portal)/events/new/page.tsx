import type { Metadata } from 'next';
import { NewEventScreen } from '@/components/events/event-form-screens';
import { newEventForm } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Новое мероприятие' };

export default async function NewEventRoute() {
  return <NewEventScreen form={await newEventForm()} />;
}
