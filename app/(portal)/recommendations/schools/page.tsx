import type { Metadata } from 'next';
import { SchoolsScreen } from '@/components/recommendations/schools-screen';
import { links } from '@/lib/kernel/links';
import { recommendationSchools } from '@/lib/recommendations/recommendation-queries';
import { schoolSearch } from '@/lib/recommendations/school-search';

export const metadata: Metadata = { title: 'Рекомендации по школам' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecommendationSchoolsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await recommendationSchools(schoolSearch.parse(params));
  return <SchoolsScreen page={page} address={{ path: links.recommendationSchools(), params }} />;
}
