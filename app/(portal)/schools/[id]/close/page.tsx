import type { Metadata } from 'next';
import { CloseScreen } from '@/components/schools/close-screen';
import { schoolForm } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Закрыть или открыть школу' };

export default async function CloseSchoolPage({ params }: { params: Promise<{ id: string }> }) {
  return <CloseScreen school={await schoolForm((await params).id)} />;
}
