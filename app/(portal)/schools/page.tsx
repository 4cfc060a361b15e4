import type { Metadata } from 'next';
import { SchoolsScreen } from '@/components/schools/schools-screen';
import { links } from '@/lib/kernel/links';
import { schoolsPage } from '@/lib/schools/queries';
import { registerFilter } from '@/lib/schools/register';

export const metadata: Metadata = { title: 'Школы' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolsPage({ searchParams }: Props) {
  const params = await searchParams;
  return (
    <SchoolsScreen page={await schoolsPage(registerFilter.parse(params))} address={{ path: links.schools(), params }} />
  );
}
