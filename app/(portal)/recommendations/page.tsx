import type { Metadata } from 'next';
import { RecommendationsScreen } from '@/components/recommendations/recommendations-screen';
import { links } from '@/lib/kernel/links';
import { recommendationsPage } from '@/lib/recommendations/recommendation-queries';
import { recommendationSearch } from '@/lib/recommendations/recommendation-search';

export const metadata: Metadata = { title: 'Рекомендации' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecommendationsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await recommendationsPage(recommendationSearch.parse(params));
  return <RecommendationsScreen page={page} address={{ path: links.recommendations(), params }} />;
}
