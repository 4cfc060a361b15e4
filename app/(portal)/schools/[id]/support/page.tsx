import type { Metadata } from 'next';
import { SupportScreen } from '@/components/support/support-screen';
import { links } from '@/lib/kernel/links';
import { supportSearch } from '@/lib/support/cases/case-search';
import { supportPage } from '@/lib/support/support-queries';

export const metadata: Metadata = { title: 'Поддержка школы' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SupportRoute({ params, searchParams }: Props) {
  const [{ id }, search] = [await params, await searchParams];
  const page = await supportPage(id, supportSearch.parse(search));
  return <SupportScreen page={page} address={{ path: links.schoolSupport(id), params: search }} />;
}
