import type { Metadata } from 'next';
import { NoCampaigns } from '@/components/overview/no-campaigns';
import { OverviewScreen } from '@/components/overview/overview-screen';
import { overviewSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { overviewPage } from '@/lib/diagnostics/overviews/overview-queries';

export const metadata: Metadata = { title: 'Показатели' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DashboardRoute({ searchParams }: Props) {
  const search = overviewSearch.parse(await searchParams);
  const page = await overviewPage(search);
  return page ? <OverviewScreen page={page} search={search} /> : <NoCampaigns />;
}
