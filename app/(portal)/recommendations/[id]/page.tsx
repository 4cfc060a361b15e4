import type { Metadata } from 'next';
import { RecommendationScreen } from '@/components/recommendations/recommendation-screen';
import { RecommendationPlan } from '@/components/roadmaps/recommendation-plan';
import { recommendationPage } from '@/lib/recommendations/recommendation-queries';
import { recommendationPlan } from '@/lib/roadmaps/planning-queries';

export const metadata: Metadata = { title: 'Рекомендация' };

type Props = { params: Promise<{ id: string }> };

export default async function RecommendationRoute({ params }: Props) {
  const { id } = await params;
  return (
    <RecommendationScreen page={await recommendationPage(id)}>
      <RecommendationPlan plan={await recommendationPlan(id)} />
    </RecommendationScreen>
  );
}
