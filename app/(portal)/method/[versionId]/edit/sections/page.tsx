import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftSectionsScreen } from '@/components/methodology/draft/draft-sections-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Разделы черновика' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <DraftSectionsScreen page={await draftPage(versionId)} />;
}
