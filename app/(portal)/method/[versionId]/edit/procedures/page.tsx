import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftProceduresScreen } from '@/components/methodology/draft/draft-procedures-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Процедуры черновика' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <DraftProceduresScreen page={await draftPage(versionId)} />;
}
