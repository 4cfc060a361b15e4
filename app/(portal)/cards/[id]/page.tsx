import type { Metadata } from 'next';
import { z } from 'zod';
import { CardScreen } from '@/components/cards/card-screen';
import { admit } from '@/lib/access/admit';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';

export const metadata: Metadata = { title: 'Диагностическая карта' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const search = z.object({
  saved: z.coerce.number().int().min(0).max(200).nullable().catch(null).default(null),
  unsaved: z.uuid().optional().catch(undefined),
});

export default async function CardRoute({ params, searchParams }: Props) {
  const viewer = await admit('card.read');
  const { saved, unsaved } = search.parse(await searchParams);
  const page = await cardPage((await params).id, unsaved);
  return <CardScreen page={page} viewer={viewer} saved={saved} />;
}
