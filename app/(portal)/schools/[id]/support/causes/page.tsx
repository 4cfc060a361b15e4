import type { Metadata } from 'next';
import { CaseCausesScreen } from '@/components/support/case-causes-screen';
import { supportSearch } from '@/lib/support/cases/case-search';
import { caseCausesPage } from '@/lib/support/causes/cause-queries';

export const metadata: Metadata = { title: 'Причины' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CaseCausesRoute({ params, searchParams }: Props) {
  const { year } = supportSearch.parse(await searchParams);
  return <CaseCausesScreen page={await caseCausesPage((await params).id, year)} />;
}
