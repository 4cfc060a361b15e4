import type { Metadata } from 'next';
import { SupportListScreen } from '@/components/support/support-list-screen';
import { links } from '@/lib/kernel/links';
import { supportList } from '@/lib/support/cases/case-queries';
import { caseSearch } from '@/lib/support/cases/case-search';

export const metadata: Metadata = { title: 'Сопровождение школ' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SupportListRoute({ searchParams }: Props) {
  const params = await searchParams;
  return (
    <SupportListScreen page={await supportList(caseSearch.parse(params))} address={{ path: links.support(), params }} />
  );
}
