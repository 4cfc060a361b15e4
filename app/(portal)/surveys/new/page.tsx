import type { Metadata } from 'next';
import { SurveyFormScreen } from '@/components/support/survey-form-screen';
import { newSurveyForm } from '@/lib/support/surveys/survey-queries';

export const metadata: Metadata = { title: 'Новое обследование' };

export default async function NewSurveyRoute() {
  return <SurveyFormScreen page={await newSurveyForm()} />;
}
