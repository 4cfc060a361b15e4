import type { Metadata } from 'next';
import { HistoryScreen } from '@/components/cards/history-screen';
import { admit } from '@/lib/access/admit';
import { cardHistory } from '@/lib/diagnostics/cards/history-queries';

export const metadata: Metadata = { title: 'История карты' };

export default async function HistoryRoute({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await admit('card.read');
  return <HistoryScreen history={await cardHistory((await params).id)} timeZone={viewer.timeZone} />;
}
