import type { Metadata } from 'next';
import { DueRowsScreen } from '@/components/roadmaps/due-rows-screen';
import { dueSearch } from '@/lib/roadmaps/roadmap';
import { dueRowsPage } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Строки дорожных карт по срокам' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DueRowsRoute({ searchParams }: Props) {
  const params = await searchParams;
  return <DueRowsScreen page={await dueRowsPage(dueSearch.parse(params))} params={params} />;
}
