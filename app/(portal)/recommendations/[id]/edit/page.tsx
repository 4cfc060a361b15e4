import type { Metadata } from 'next';
import { EditRecommendationScreen } from '@/components/recommendations/recommendation-form-screens';
import { editRecommendationForm } from '@/lib/recommendations/recommendation-queries';

export const metadata: Metadata = { title: 'Слова рекомендации' };

type Props = { params: Promise<{ id: string }> };

export default async function EditRecommendationRoute({ params }: Props) {
  return <EditRecommendationScreen {...(await editRecommendationForm((await params).id))} />;
}
