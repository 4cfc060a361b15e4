import type { Metadata } from 'next';
import { RoadmapsScreen } from '@/components/roadmaps/roadmaps-screen';
import { roadmapSearch } from '@/lib/roadmaps/roadmap';
import { roadmapsPage } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Дорожные карты' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RoadmapsRoute({ searchParams }: Props) {
  const params = await searchParams;
  return <RoadmapsScreen page={await roadmapsPage(roadmapSearch.parse(params))} params={params} />;
}
