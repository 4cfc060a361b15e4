import type { Metadata } from 'next';
import { RequestScreen } from '@/components/development/request-screens';
import { courseRequestPage } from '@/lib/development/course-queries';

export const metadata: Metadata = { title: 'Заявка на курсы' };

type Props = { params: Promise<{ requestId: string }> };

export default async function CourseRequestRoute({ params }: Props) {
  return <RequestScreen page={await courseRequestPage((await params).requestId)} />;
}
