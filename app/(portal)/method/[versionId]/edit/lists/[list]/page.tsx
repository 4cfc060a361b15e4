import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DraftListScreen } from '@/components/methodology/draft/draft-list-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Список черновика' };

const address = z.object({ versionId: id, list: z.string().max(300) });

export default async function Page({ params }: { params: Promise<{ versionId: string; list: string }> }) {
  const { versionId, list } = address.safeParse(await params).data ?? notFound();
  const page = await draftPage(versionId);
  const found = page.method.lists?.find(({ code }) => code === list) ?? notFound();
  return <DraftListScreen page={page} list={found} />;
}
