import type { Metadata } from 'next';
import { HelpersScreen } from '@/components/partnerships/helpers-screen';
import { links } from '@/lib/kernel/links';
import { helperSearch } from '@/lib/partnerships/partnership-search';
import { helpersPage } from '@/lib/partnerships/proposal-queries';

export const metadata: Metadata = { title: 'Кто может помогать' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HelpersRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await helpersPage(helperSearch.parse(params));
  return <HelpersScreen page={page} address={{ path: links.partnerHelpers(), params }} />;
}
