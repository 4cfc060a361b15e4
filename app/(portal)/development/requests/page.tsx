import type { Metadata } from 'next';
import { RequestsScreen } from '@/components/development/requests-screen';
import { courseRequestsPage } from '@/lib/development/course-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Заявки на курсы' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CourseRequestsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await courseRequestsPage(developmentSearch.parse(params));
  return <RequestsScreen page={page} address={{ path: links.courseRequests(), params }} />;
}
