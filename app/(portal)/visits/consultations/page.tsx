import type { Metadata } from 'next';
import { ConsultationsScreen } from '@/components/visits/consultations-screen';
import { links } from '@/lib/kernel/links';
import { consultationsPage } from '@/lib/visits/consultation-queries';
import { consultationSearch } from '@/lib/visits/visit-search';

export const metadata: Metadata = { title: 'Консультации' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ConsultationsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await consultationsPage(consultationSearch.parse(params));
  return <ConsultationsScreen page={page} address={{ path: links.consultations(), params }} />;
}
