import type { Metadata } from 'next';
import { ChoicesScreen } from '@/components/notifications/choices-screen';
import { choicesPage } from '@/lib/notifications/notification-queries';

export const metadata: Metadata = { title: 'Какие письма приходят' };

export default async function ChoicesRoute() {
  return <ChoicesScreen page={await choicesPage()} />;
}
