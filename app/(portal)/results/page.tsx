import type { Metadata } from 'next';
import { ResultsScreen } from '@/components/results/results-screen';
import { links } from '@/lib/kernel/links';
import { resultsPage } from '@/lib/results/queries';
import { resultsFilter } from '@/lib/results/view';

export const metadata: Metadata = { title: 'Результаты' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ResultsPage({ searchParams }: Props) {
  const params = await searchParams;
  const page = await resultsPage(resultsFilter.parse(params));
  return <ResultsScreen page={page} address={{ path: links.results(), params }} />;
}
