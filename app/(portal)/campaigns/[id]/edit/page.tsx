import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditCampaignScreen } from '@/components/campaigns/edit-campaign-screen';
import { campaignSettingsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Изменить кампанию' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const campaignId = id.safeParse((await params).id).data ?? notFound();
  return <EditCampaignScreen {...(await campaignSettingsPage(campaignId))} />;
}
