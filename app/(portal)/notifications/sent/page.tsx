import type { Metadata } from 'next';
import { SentScreen } from '@/components/notifications/sent-screen';
import { sentSearch } from '@/lib/notifications/notification';
import { sentNotifications } from '@/lib/notifications/notification-queries';

export const metadata: Metadata = { title: 'Что отправлено' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SentRoute({ searchParams }: Props) {
  const params = await searchParams;
  return <SentScreen page={await sentNotifications(sentSearch.parse(params))} params={params} />;
}
