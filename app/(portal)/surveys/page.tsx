import type { Metadata } from 'next';
import { SurveysScreen } from '@/components/support/surveys-screen';
import { surveysPage } from '@/lib/support/surveys/survey-queries';

export const metadata: Metadata = { title: 'Обследования' };

export default async function SurveysRoute() {
  return <SurveysScreen page={await surveysPage()} />;
}
