import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ValuesScreen } from '@/components/trial/values-screen';
import { valuesPage } from '@/lib/diagnostics/trials/values-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Показатели и списки по школам' };

const searched = z.object({ campaign: id.optional().catch(undefined), school: id.optional().catch(undefined) });

type Props = {
  params: Promise<{ versionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <ValuesScreen page={await valuesPage(versionId, searched.parse(await searchParams))} />;
}
