import type { Metadata } from 'next';
import { StudiesScreen } from '@/components/support/studies-screen';
import { links } from '@/lib/kernel/links';
import { studiesPage } from '@/lib/support/studies/study-queries';
import { studySearch } from '@/lib/support/studies/study-search';

export const metadata: Metadata = { title: 'Исследования' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StudiesRoute({ searchParams }: Props) {
  const params = await searchParams;
  return (
    <StudiesScreen page={await studiesPage(studySearch.parse(params))} address={{ path: links.studies(), params }} />
  );
}
