import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { MyCards } from '@/components/cards/my-cards';
import { admit } from '@/lib/access/admit';
import { myCards } from '@/lib/diagnostics/cards/card-queries';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Мои карты' };

export default async function CardsRoute() {
  const viewer = await admit('card.fill');
  const { cards } = await myCards();
  const [only] = cards;
  if (cards.length === 1 && only) redirect(links.card(only.id) as Route);
  return <MyCards cards={cards} timeZone={viewer.timeZone} />;
}
