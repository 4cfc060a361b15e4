import type { Metadata } from 'next';
import { TimelineScreen } from '@/components/roadmaps/timeline-screen';
import { roadmapPage } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'План по месяцам' };

type Props = { params: Promise<{ id: string }> };

export default async function RoadmapTimelineRoute({ params }: Props) {
  return <TimelineScreen page={await roadmapPage((await params).id, {})} />;
}
