import type { Metadata } from 'next';
import { ResourcesScreen } from '@/components/partnerships/resources-screen';
import { links } from '@/lib/kernel/links';
import { resourceSearch } from '@/lib/partnerships/partnership-search';
import { resourcesPage } from '@/lib/partnerships/resource-queries';

export const metadata: Metadata = { title: 'Ресурсы' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ResourcesRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await resourcesPage(resourceSearch.parse(params));
  return <ResourcesScreen page={page} address={{ path: links.partnerResources(), params }} />;
}
