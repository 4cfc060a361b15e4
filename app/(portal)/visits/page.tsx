import type { Metadata } from 'next';
import { VisitsScreen } from '@/components/visits/visits-screen';
import { links } from '@/lib/kernel/links';
import { visitsPage } from '@/lib/visits/visit-queries';
import { visitSearch } from '@/lib/visits/visit-search';

export const metadata: Metadata = { title: 'Визиты и консультации' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function VisitsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await visitsPage(visitSearch.parse(params));
  return <VisitsScreen page={page} address={{ path: links.visits(), params }} />;
}
