import type { Metadata } from 'next';
import { RoadmapScreen } from '@/components/roadmaps/roadmap-screen';
import { rowSearch } from '@/lib/roadmaps/roadmap';
import { roadmapPage } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Дорожная карта' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RoadmapRoute({ params, searchParams }: Props) {
  const address = await searchParams;
  return <RoadmapScreen page={await roadmapPage((await params).id, rowSearch.parse(address))} params={address} />;
}
