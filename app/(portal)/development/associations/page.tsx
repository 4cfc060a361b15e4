import type { Metadata } from 'next';
import { AssociationsScreen } from '@/components/development/associations-screen';
import { associationsPage } from '@/lib/development/association-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Методобъединения' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AssociationsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await associationsPage(developmentSearch.parse(params));
  return <AssociationsScreen page={page} address={{ path: links.associations(), params }} />;
}
