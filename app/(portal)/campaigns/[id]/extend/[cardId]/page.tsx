import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ExtendCardScreen } from '@/components/campaigns/extend-card-screen';
import { extendCardPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Продление срока' };

const path = z.object({ id, cardId: id });

export default async function Page({ params }: { params: Promise<{ id: string; cardId: string }> }) {
  const { id: campaignId, cardId } = path.safeParse(await params).data ?? notFound();
  return <ExtendCardScreen {...(await extendCardPage(campaignId, cardId))} />;
}
