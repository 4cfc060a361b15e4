import type { Metadata } from 'next';
import { EditEventScreen } from '@/components/events/event-form-screens';
import { editEventForm } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Изменить мероприятие' };

type Props = { params: Promise<{ id: string }> };

export default async function EditEventRoute({ params }: Props) {
  return <EditEventScreen form={await editEventForm((await params).id)} />;
}
