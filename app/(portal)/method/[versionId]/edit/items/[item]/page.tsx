import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DraftItemScreen } from '@/components/methodology/draft-item-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft-queries';
import { findItem } from '@/lib/methodology/edit-method';

export const metadata: Metadata = { title: 'Критерий черновика' };

const address = z.object({ versionId: id, item: z.string().max(300) });

export default async function Page({ params }: { params: Promise<{ versionId: string; item: string }> }) {
  const { versionId, item } = address.safeParse(await params).data ?? notFound();
  const page = await draftPage(versionId);
  const found = findItem(page.method, decoded(item)) ?? notFound();
  return <DraftItemScreen page={page} found={found} />;
}

/** The code as it was written into the address; one that cannot be read names nothing. */
function decoded(item: string): string {
  try {
    return decodeURIComponent(item);
  } catch {
    return '';
  }
}
