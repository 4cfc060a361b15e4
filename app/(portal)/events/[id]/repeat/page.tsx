import type { Metadata } from 'next';
import { RepeatEventScreen } from '@/components/events/event-form-screens';
import { eventToChange } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Повторить серией' };

type Props = { params: Promise<{ id: string }> };

export default async function RepeatEventRoute({ params }: Props) {
  return <RepeatEventScreen event={await eventToChange((await params).id)} />;
}
