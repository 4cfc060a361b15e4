import type { Metadata } from 'next';
import { SurveyScreen } from '@/components/support/survey-screen';
import { surveyPage } from '@/lib/support/surveys/survey-queries';

export const metadata: Metadata = { title: 'Обследование' };

type Props = { params: Promise<{ id: string }> };

export default async function SurveyRoute({ params }: Props) {
  return <SurveyScreen page={await surveyPage((await params).id)} />;
}
