import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftScreen } from '@/components/methodology/draft/draft-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Черновик методики' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <DraftScreen page={await draftPage(versionId)} />;
}
