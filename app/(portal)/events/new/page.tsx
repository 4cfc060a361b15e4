import type { Metadata } from 'next';
import { z } from 'zod';
import { NewEventScreen } from '@/components/events/event-form-screens';
import { newEventForm } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Новое мероприятие' };

const search = z.object({ row: z.uuid().optional().catch(undefined) });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewEventRoute({ searchParams }: Props) {
  const { row } = search.parse(await searchParams);
  return <NewEventScreen form={await newEventForm(row)} />;
}
