import type { Metadata } from 'next';
import { WriteRecommendationScreen } from '@/components/recommendations/recommendation-form-screens';
import { schoolRecommendations } from '@/lib/recommendations/recommendation-queries';
import { yearSearch } from '@/lib/recommendations/school-search';

export const metadata: Metadata = { title: 'Своя рекомендация' };

type Props = {
  params: Promise<{ schoolId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WriteRecommendationRoute({ params, searchParams }: Props) {
  const [{ schoolId }, search] = [await params, await searchParams];
  const page = await schoolRecommendations(schoolId, yearSearch.parse(search).year);
  return <WriteRecommendationScreen page={page} item={typeof search.item === 'string' ? search.item : ''} />;
}
