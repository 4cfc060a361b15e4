import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListSupportScreen } from '@/components/lists/list-support-screen';
import { listSupportPage } from '@/lib/diagnostics/lists/list-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Поддержать другую школу' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const campaignId = id.safeParse((await params).id).data ?? notFound();
  return <ListSupportScreen {...(await listSupportPage(campaignId))} />;
}
