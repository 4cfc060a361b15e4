import type { Metadata } from 'next';
import { NewCampaignScreen } from '@/components/campaigns/new-campaign-screen';
import { newCampaignPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Новая кампания' };

export default async function Page({ searchParams }: { searchParams: Promise<{ version?: string | string[] }> }) {
  const version = id.safeParse((await searchParams).version).data;
  return <NewCampaignScreen {...(await newCampaignPage(version))} />;
}
