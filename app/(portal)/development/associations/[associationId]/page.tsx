import type { Metadata } from 'next';
import { AssociationScreen } from '@/components/development/association-screen';
import { associationPage } from '@/lib/development/association-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Методобъединение' };

type Props = {
  params: Promise<{ associationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AssociationRoute({ params, searchParams }: Props) {
  const [{ associationId }, search] = [await params, await searchParams];
  const page = await associationPage(associationId, developmentSearch.parse(search));
  return <AssociationScreen page={page} address={{ path: links.association(page.association.id), params: search }} />;
}
