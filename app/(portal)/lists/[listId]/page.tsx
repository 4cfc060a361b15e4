import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListPrintScreen } from '@/components/lists/list-print-screen';
import { listPrintPage } from '@/lib/diagnostics/lists/list-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Список школ' };

export default async function Page({ params }: { params: Promise<{ listId: string }> }) {
  const listId = id.safeParse((await params).listId).data ?? notFound();
  return <ListPrintScreen {...(await listPrintPage(listId))} />;
}
