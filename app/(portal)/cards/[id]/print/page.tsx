import type { Metadata } from 'next';
import { PrintCard } from '@/components/cards/print/print-card';
import { admit } from '@/lib/access/admit';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';

export const metadata: Metadata = { title: 'Печать карты' };

export default async function PrintRoute({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await admit('card.read');
  return <PrintCard page={await cardPage((await params).id)} viewer={viewer} />;
}
