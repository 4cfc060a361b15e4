import type { Metadata } from 'next';
import { GridScreen } from '@/components/overview/grid-screen';
import { schoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { overviewGridPage } from '@/lib/diagnostics/overviews/overview-queries';

export const metadata: Metadata = { title: 'Школы и критерии' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GridRoute({ searchParams }: Props) {
  const search = schoolsSearch.parse(await searchParams);
  return <GridScreen page={await overviewGridPage(search)} search={search} />;
}
