import type { Metadata } from 'next';
import { StudyScreen } from '@/components/support/study-screen';
import { studyPage } from '@/lib/support/studies/study-queries';

export const metadata: Metadata = { title: 'Исследование' };

type Props = { params: Promise<{ studyId: string }> };

export default async function StudyRoute({ params }: Props) {
  return <StudyScreen page={await studyPage((await params).studyId)} />;
}
