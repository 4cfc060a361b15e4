import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftMeasuresScreen } from '@/components/methodology/draft/draft-measures-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Показатели черновика' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <DraftMeasuresScreen page={await draftPage(versionId)} />;
}
