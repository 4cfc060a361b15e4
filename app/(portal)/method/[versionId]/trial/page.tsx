import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TrialScreen } from '@/components/trial/trial-screen';
import { trialPage } from '@/lib/diagnostics/trials/trial-queries';
import { trialSearch } from '@/lib/diagnostics/trials/trial-search';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Пробный расчёт' };

type Props = {
  params: Promise<{ versionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TrialRoute({ params, searchParams }: Props) {
  const versionId = id.safeParse((await params).versionId);
  if (!versionId.success) notFound();
  const search = trialSearch(await searchParams);
  return <TrialScreen page={await trialPage(versionId.data, search)} search={search} />;
}
