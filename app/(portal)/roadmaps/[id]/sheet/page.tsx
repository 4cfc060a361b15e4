import type { Metadata } from 'next';
import { z } from 'zod';
import { SheetScreen } from '@/components/roadmaps/sheet-screen';
import { roadmapSheet } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Правка плана таблицей' };

const search = z.object({ sheet: z.coerce.number().int().min(1).catch(1) });

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RoadmapSheetRoute({ params, searchParams }: Props) {
  const { sheet } = search.parse(await searchParams);
  return <SheetScreen page={await roadmapSheet((await params).id, sheet)} />;
}
