import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CampaignDatesScreen } from '@/components/campaigns/campaign-dates-screen';
import { campaignSettingsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Сроки кампании' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const campaignId = id.safeParse((await params).id).data ?? notFound();
  return <CampaignDatesScreen {...(await campaignSettingsPage(campaignId))} />;
}
