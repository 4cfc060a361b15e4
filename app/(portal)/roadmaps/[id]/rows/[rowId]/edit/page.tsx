import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditRowScreen } from '@/components/roadmaps/edit-row-screen';
import { roadmapRowForm } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Правка строки плана' };

type Props = { params: Promise<{ id: string; rowId: string }> };

export default async function EditRowRoute({ params }: Props) {
  const { id, rowId } = await params;
  const form = await roadmapRowForm(id, rowId);
  if (!form.row) notFound();
  return <EditRowScreen form={form} row={form.row} />;
}
