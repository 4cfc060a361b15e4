import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DraftProcedureScreen } from '@/components/methodology/draft/draft-procedure-screen';
import { id } from '@/lib/kernel/ids';
import { codeInAddress } from '@/lib/kernel/site-path';
import { draftPage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Процедура черновика' };

const address = z.object({ versionId: id, procedure: z.string().max(300) });

export default async function Page({ params }: { params: Promise<{ versionId: string; procedure: string }> }) {
  const { versionId, procedure } = address.safeParse(await params).data ?? notFound();
  const page = await draftPage(versionId);
  const found = page.method.procedures.find(({ code }) => code === codeInAddress(procedure)) ?? notFound();
  return <DraftProcedureScreen page={page} procedure={found} />;
}
