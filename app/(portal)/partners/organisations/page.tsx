import type { Metadata } from 'next';
import { OrganisationsScreen } from '@/components/partnerships/organisations-screen';
import { links } from '@/lib/kernel/links';
import { organisationsPage } from '@/lib/partnerships/resource-queries';

export const metadata: Metadata = { title: 'Организации-партнёры' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrganisationsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await organisationsPage(typeof params.q === 'string' ? params.q : '');
  return <OrganisationsScreen page={page} address={{ path: links.partnerOrganisations(), params }} />;
}
