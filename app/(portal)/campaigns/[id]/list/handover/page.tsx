import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListHandoverScreen } from '@/components/lists/list-handover-screen';
import { campaignListPage } from '@/lib/diagnostics/lists/list-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Утверждение списка' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const campaignId = id.safeParse((await params).id).data ?? notFound();
  const page = await campaignListPage(campaignId);
  if (!page.list) notFound();
  return <ListHandoverScreen page={page} />;
}
