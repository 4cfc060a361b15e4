import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DraftMeasureScreen } from '@/components/methodology/draft/draft-measure-screen';
import { id } from '@/lib/kernel/ids';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Показатель черновика' };

const address = z.object({ versionId: id, measure: z.string().max(300) });

export default async function Page({ params }: { params: Promise<{ versionId: string; measure: string }> }) {
  const { versionId, measure } = address.safeParse(await params).data ?? notFound();
  const page = await draftPage(versionId);
  const found = page.method.measures?.find(({ code }) => code === measure) ?? notFound();
  return <DraftMeasureScreen page={page} measure={found} />;
}
