import type { Metadata } from 'next';
import { CampaignsScreen } from '@/components/campaigns/campaigns-screen';
import { campaignsPage } from '@/lib/diagnostics/campaigns/campaign-queries';

export const metadata: Metadata = { title: 'Кампании' };

export default async function Page() {
  return <CampaignsScreen {...(await campaignsPage())} />;
}
