import type { Metadata } from 'next';
import { CatalogueScreen } from '@/components/recommendations/catalogue-screen';
import { links } from '@/lib/kernel/links';
import { cataloguePage } from '@/lib/recommendations/catalogue-queries';
import { catalogueSearch } from '@/lib/recommendations/catalogue-search';

export const metadata: Metadata = { title: 'Каталог мер' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CatalogueRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await cataloguePage(catalogueSearch.parse(params));
  return <CatalogueScreen page={page} address={{ path: links.remedies(), params }} />;
}
