import type { Metadata } from 'next';
import { BlankScreen } from '@/components/cards/print/blank-screen';
import { cardBlank } from '@/lib/diagnostics/cards/card-queries';

export const metadata: Metadata = { title: 'Пустая карта' };

export default async function BlankRoute({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params;
  return <BlankScreen blank={await cardBlank(campaignId)} />;
}
