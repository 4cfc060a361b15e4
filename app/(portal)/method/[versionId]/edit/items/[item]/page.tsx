import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DraftItemScreen } from '@/components/methodology/draft/draft-item-screen';
import { id } from '@/lib/kernel/ids';
import { codeInAddress } from '@/lib/kernel/site-path';
import { findItem } from '@/lib/methodology/draft/change-items';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Критерий черновика' };

const address = z.object({ versionId: id, item: z.string().max(300) });

export default async function Page({ params }: { params: Promise<{ versionId: string; item: string }> }) {
  const { versionId, item } = address.safeParse(await params).data ?? notFound();
  const page = await draftPage(versionId);
  const found = findItem(page.method, codeInAddress(item)) ?? notFound();
  return <DraftItemScreen page={page} found={found} />;
}
