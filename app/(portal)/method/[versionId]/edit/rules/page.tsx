import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftRulesScreen } from '@/components/methodology/draft/draft-rules-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Правила черновика' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <DraftRulesScreen page={await draftPage(versionId)} />;
}
