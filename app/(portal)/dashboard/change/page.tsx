import type { Metadata } from 'next';
import { ChangeScreen } from '@/components/overview/change-screen';
import { NoCampaigns } from '@/components/overview/no-campaigns';
import { changeSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { overviewChangePage } from '@/lib/diagnostics/overviews/overview-queries';

export const metadata: Metadata = { title: 'Изменение между кампаниями' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ChangeRoute({ searchParams }: Props) {
  const search = changeSearch.parse(await searchParams);
  const page = await overviewChangePage(search);
  return page ? <ChangeScreen page={page} search={search} /> : <NoCampaigns />;
}
