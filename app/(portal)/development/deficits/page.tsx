import type { Metadata } from 'next';
import { DeficitsScreen } from '@/components/development/deficits-screen';
import { deficitsPage } from '@/lib/development/deficit-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Профессиональные дефициты' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeficitsRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await deficitsPage(developmentSearch.parse(params));
  return <DeficitsScreen page={page} address={{ path: links.deficits(), params }} />;
}
