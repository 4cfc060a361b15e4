import type { Metadata } from 'next';
import { SubscriptionScreen } from '@/components/events/subscription-screen';
import { calendarPage } from '@/lib/events/calendar-queries';

export const metadata: Metadata = { title: 'Мероприятия в моём телефоне' };

export default async function EventSubscriptionRoute() {
  return <SubscriptionScreen page={await calendarPage()} />;
}
