import type { Metadata } from 'next';
import { BoardScreen } from '@/components/roadmaps/board-screen';
import { rowSearch } from '@/lib/roadmaps/roadmap';
import { roadmapPage } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'План по состоянию' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RoadmapBoardRoute({ params, searchParams }: Props) {
  const address = await searchParams;
  return <BoardScreen page={await roadmapPage((await params).id, rowSearch.parse(address))} params={address} />;
}
