import type { Metadata } from 'next';
import { z } from 'zod';
import { FactScreen } from '@/components/programmes/programme-form-screens';
import { programmeFactForm } from '@/lib/programmes/programme-queries';

export const metadata: Metadata = { title: 'Факт показателя' };

const search = z.object({ indicator: z.string().max(40).catch(''), year: z.string().max(4).catch('') });

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProgrammeFactRoute({ params, searchParams }: Props) {
  const chosen = search.parse(await searchParams);
  return <FactScreen page={await programmeFactForm((await params).id)} {...chosen} />;
}
