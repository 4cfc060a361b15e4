import type { Metadata } from 'next';
import { CompareScreen } from '@/components/roadmaps/compare-screen';
import { roadmapComparison } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Что изменилось в плане' };

type Props = { params: Promise<{ id: string }> };

export default async function RoadmapComparisonRoute({ params }: Props) {
  return <CompareScreen page={await roadmapComparison((await params).id)} />;
}
