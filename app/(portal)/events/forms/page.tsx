import type { Metadata } from 'next';
import { FormsScreen } from '@/components/events/forms-screen';
import { formsPage } from '@/lib/events/event-queries';

export const metadata: Metadata = { title: 'Формы мероприятий' };

export default async function EventFormsRoute() {
  return <FormsScreen page={await formsPage()} />;
}
