import type { Metadata } from 'next';
import { CoursesScreen } from '@/components/development/courses-screen';
import { coursesPage } from '@/lib/development/course-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Курсы' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CoursesRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await coursesPage(developmentSearch.parse(params));
  return <CoursesScreen page={page} address={{ path: links.courses(), params }} />;
}
