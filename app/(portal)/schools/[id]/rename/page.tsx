import type { Metadata } from 'next';
import { RenameScreen } from '@/components/schools/rename-screen';
import { schoolForm } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Переименовать школу' };

export default async function RenameSchoolPage({ params }: { params: Promise<{ id: string }> }) {
  return <RenameScreen school={await schoolForm((await params).id)} />;
}
