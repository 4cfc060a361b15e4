import type { Metadata } from 'next';
import { CodesScreen } from '@/components/schools/codes-screen';
import { codesForm } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Коды школы' };

export default async function SchoolCodesPage({ params }: { params: Promise<{ id: string }> }) {
  return <CodesScreen page={await codesForm((await params).id)} />;
}
