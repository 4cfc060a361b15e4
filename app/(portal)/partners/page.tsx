import type { Metadata } from 'next';
import { PartnershipsScreen } from '@/components/partnerships/partnerships-screen';
import { links } from '@/lib/kernel/links';
import { partnershipsPage } from '@/lib/partnerships/partnership-queries';
import { partnershipSearch } from '@/lib/partnerships/partnership-search';

export const metadata: Metadata = { title: 'Партнёры' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PartnersRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await partnershipsPage(partnershipSearch.parse(params));
  return <PartnershipsScreen page={page} address={{ path: links.partnerships(), params }} />;
}
