import type { Metadata } from 'next';
import { EditVisitScreen } from '@/components/visits/visit-form-screens';
import { editVisitForm } from '@/lib/visits/visit-queries';

export const metadata: Metadata = { title: 'Изменить запись о визите' };

type Props = { params: Promise<{ id: string }> };

export default async function EditVisitRoute({ params }: Props) {
  return <EditVisitScreen page={await editVisitForm((await params).id)} />;
}
