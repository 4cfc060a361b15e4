import type { Metadata } from 'next';
import { MergeScreen } from '@/components/schools/merge-screen';
import { mergeForm } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Присоединить школу' };

export default async function MergeSchoolPage({ params }: { params: Promise<{ id: string }> }) {
  return <MergeScreen page={await mergeForm((await params).id)} />;
}
