import type { Metadata } from 'next';
import { RowScreen } from '@/components/roadmaps/row-screen';
import { roadmapRowPage } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Строка плана' };

type Props = { params: Promise<{ id: string; rowId: string }> };

export default async function RoadmapRowRoute({ params }: Props) {
  const { id, rowId } = await params;
  return <RowScreen page={await roadmapRowPage(id, rowId)} />;
}
