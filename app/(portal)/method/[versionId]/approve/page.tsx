import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApproveScreen } from '@/components/methodology/approve-screen';
import { id } from '@/lib/kernel/ids';
import { approvalPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Утверждение методики' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <ApproveScreen {...(await approvalPage(versionId))} />;
}
