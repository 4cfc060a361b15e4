import type { Metadata } from 'next';
import { RecommendationScreen } from '@/components/recommendations/recommendation-screen';
import { recommendationPage } from '@/lib/recommendations/recommendation-queries';

export const metadata: Metadata = { title: 'Рекомендация' };

type Props = { params: Promise<{ id: string }> };

export default async function RecommendationRoute({ params }: Props) {
  return <RecommendationScreen page={await recommendationPage((await params).id)} />;
}
