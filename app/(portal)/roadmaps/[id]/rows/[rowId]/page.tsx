import type { Metadata } from 'next';
import { RowEvents } from '@/components/events/row-events';
import { RowScreen } from '@/components/roadmaps/row-screen';
import { rowEvents } from '@/lib/events/event-queries';
import { roadmapRowPage } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Строка плана' };

type Props = { params: Promise<{ id: string; rowId: string }> };

export default async function RoadmapRowRoute({ params }: Props) {
  const { id, rowId } = await params;
  const page = await roadmapRowPage(id, rowId);
  return (
    <RowScreen page={page}>
      <RowEvents events={await rowEvents(page.row.id)} />
    </RowScreen>
  );
}
