import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftListsScreen } from '@/components/methodology/draft/draft-lists-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Списки черновика' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <DraftListsScreen page={await draftPage(versionId)} />;
}
