import type { Metadata } from 'next';
import { EditStudyScreen } from '@/components/support/study-form-screens';
import { studyForm } from '@/lib/support/studies/study-queries';

export const metadata: Metadata = { title: 'Итог исследования' };

type Props = { params: Promise<{ studyId: string }> };

export default async function EditStudyRoute({ params }: Props) {
  return <EditStudyScreen page={await studyForm((await params).studyId)} />;
}
