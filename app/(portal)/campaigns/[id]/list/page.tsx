import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CampaignListScreen } from '@/components/lists/campaign-list-screen';
import { campaignListPage } from '@/lib/diagnostics/lists/list-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Список комиссии' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const campaignId = id.safeParse((await params).id).data ?? notFound();
  return <CampaignListScreen page={await campaignListPage(campaignId)} />;
}
