import type { Metadata } from 'next';
import { NotificationsScreen } from '@/components/notifications/notifications-screen';
import { ownSearch } from '@/lib/notifications/notification';
import { notificationsPage } from '@/lib/notifications/notification-queries';

export const metadata: Metadata = { title: 'Уведомления' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NotificationsRoute({ searchParams }: Props) {
  const params = await searchParams;
  return <NotificationsScreen page={await notificationsPage(ownSearch.parse(params))} params={params} />;
}
