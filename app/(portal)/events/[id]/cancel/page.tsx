import type { Metadata } from 'next';
import { CancelEventScreen } from '@/components/events/event-form-screens';
import { eventToChange } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Отменить мероприятие' };

type Props = { params: Promise<{ id: string }> };

export default async function CancelEventRoute({ params }: Props) {
  return <CancelEventScreen event={await eventToChange((await params).id)} />;
}
