import type { Metadata } from 'next';
import { SubmitScreen } from '@/components/cards/submit-screen';
import { admit } from '@/lib/access/admit';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';

export const metadata: Metadata = { title: 'Отправка карты' };

export default async function SubmitRoute({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await admit('card.fill');
  return <SubmitScreen page={await cardPage((await params).id)} viewer={viewer} />;
}
