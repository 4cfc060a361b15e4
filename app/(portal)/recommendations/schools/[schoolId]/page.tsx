import type { Metadata } from 'next';
import { SchoolRecommendationsScreen } from '@/components/recommendations/school-recommendations-screen';
import { links } from '@/lib/kernel/links';
import { schoolRecommendations } from '@/lib/recommendations/recommendation-queries';
import { yearSearch } from '@/lib/recommendations/school-search';

export const metadata: Metadata = { title: 'Рекомендации школе' };

type Props = {
  params: Promise<{ schoolId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SchoolRecommendationsRoute({ params, searchParams }: Props) {
  const [{ schoolId }, search] = [await params, await searchParams];
  const page = await schoolRecommendations(schoolId, yearSearch.parse(search).year);
  const address = { path: links.schoolRecommendations(page.school.id), params: search };
  return <SchoolRecommendationsScreen page={page} address={address} />;
}
