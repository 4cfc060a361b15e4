import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CampaignScreen } from '@/components/campaigns/campaign-screen';
import { campaignPage, coverageSearch } from '@/lib/diagnostics/campaigns/campaign-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Кампания' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[]>> };

export default async function Page({ params, searchParams }: Props) {
  const campaignId = id.safeParse((await params).id).data ?? notFound();
  const search = coverageSearch.parse(await searchParams);
  return <CampaignScreen page={await campaignPage(campaignId, search)} search={search} />;
}
