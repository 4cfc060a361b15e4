import type { Metadata } from 'next';
import { DevelopmentScreen } from '@/components/development/development-screen';
import { developmentPage } from '@/lib/development/development-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Развитие кадров' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DevelopmentRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await developmentPage(developmentSearch.parse(params));
  return <DevelopmentScreen page={page} address={{ path: links.development(), params }} />;
}
