import type { Metadata } from 'next';
import { NewCourseScreen } from '@/components/development/course-form-screen';
import { newCourseForm } from '@/lib/development/course-queries';

export const metadata: Metadata = { title: 'Новый курс' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewCourseRoute({ searchParams }: Props) {
  const found = (await searchParams).package;
  return <NewCourseScreen form={await newCourseForm(typeof found === 'string' ? found : '')} />;
}
