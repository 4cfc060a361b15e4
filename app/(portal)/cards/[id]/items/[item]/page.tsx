import type { Metadata } from 'next';
import { ItemScreen } from '@/components/cards/item-screen';
import { admit } from '@/lib/access/admit';
import { cardItemPage } from '@/lib/diagnostics/cards/history-queries';
import { codeInAddress } from '@/lib/kernel/site-path';

export const metadata: Metadata = { title: 'Ответ карты' };

export default async function ItemRoute({ params }: { params: Promise<{ id: string; item: string }> }) {
  const viewer = await admit('card.read');
  const { id, item } = await params;
  return <ItemScreen answer={await cardItemPage(id, codeInAddress(item))} viewer={viewer} />;
}
