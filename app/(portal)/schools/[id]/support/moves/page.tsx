import type { Metadata } from 'next';
import { CaseMovesScreen } from '@/components/support/case-moves-screen';
import { caseMovesPage } from '@/lib/support/cases/case-queries';
import { supportSearch } from '@/lib/support/cases/case-search';

export const metadata: Metadata = { title: 'Куратор и состояние' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CaseMovesRoute({ params, searchParams }: Props) {
  const { year } = supportSearch.parse(await searchParams);
  return <CaseMovesScreen page={await caseMovesPage((await params).id, year)} />;
}
