import type { Metadata } from 'next';
import { CountersScreen } from '@/components/events/counters-screen';
import { eventCounters } from '@/lib/events/event-queries';
import { eventSearch } from '@/lib/events/event-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Итоги года' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EventCountersRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await eventCounters(eventSearch.parse(params).year);
  return <CountersScreen page={page} address={{ path: links.eventCounters(), params }} />;
}
