import type { Metadata } from 'next';
import { CourseScreen } from '@/components/development/course-screen';
import { coursePage } from '@/lib/development/course-queries';

export const metadata: Metadata = { title: 'Курс' };

type Props = { params: Promise<{ courseId: string }> };

export default async function CourseRoute({ params }: Props) {
  return <CourseScreen page={await coursePage((await params).courseId)} />;
}
