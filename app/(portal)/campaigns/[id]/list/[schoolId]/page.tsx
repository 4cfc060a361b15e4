import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ListDecisionScreen } from '@/components/lists/list-decision-screen';
import { listDecisionPage } from '@/lib/diagnostics/lists/list-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Решение комиссии' };

const path = z.object({ id, schoolId: id });

export default async function Page({ params }: { params: Promise<{ id: string; schoolId: string }> }) {
  const { id: campaignId, schoolId } = path.safeParse(await params).data ?? notFound();
  return <ListDecisionScreen {...(await listDecisionPage(campaignId, schoolId))} />;
}
