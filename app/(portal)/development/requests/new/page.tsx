import type { Metadata } from 'next';
import { NewRequestScreen } from '@/components/development/request-screens';
import { newCourseRequestForm } from '@/lib/development/course-queries';

export const metadata: Metadata = { title: 'Заявка на курсы' };

export default async function NewCourseRequestRoute() {
  return <NewRequestScreen form={await newCourseRequestForm()} />;
}
