import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RosterScreen } from '@/components/campaigns/roster-screen';
import { campaignRosterPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Состав кампании' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const campaignId = id.safeParse((await params).id).data ?? notFound();
  return <RosterScreen {...(await campaignRosterPage(campaignId))} />;
}
