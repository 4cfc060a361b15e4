import type { Metadata } from 'next';
import { ApproveScreen } from '@/components/roadmaps/approve-screen';
import { roadmapApproval } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Утвердить дорожную карту' };

type Props = { params: Promise<{ id: string }> };

export default async function RoadmapApprovalRoute({ params }: Props) {
  return <ApproveScreen page={await roadmapApproval((await params).id)} />;
}
