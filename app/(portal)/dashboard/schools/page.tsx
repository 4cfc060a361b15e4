import type { Metadata } from 'next';
import { SchoolsListScreen } from '@/components/overview/schools-list-screen';
import { schoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { overviewSchoolsPage } from '@/lib/diagnostics/overviews/overview-queries';

export const metadata: Metadata = { title: 'Школы с расчётом' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewSchoolsRoute({ searchParams }: Props) {
  const search = schoolsSearch.parse(await searchParams);
  return <SchoolsListScreen page={await overviewSchoolsPage(search)} search={search} />;
}
