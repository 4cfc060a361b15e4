import type { Metadata } from 'next';
import { NumbersScreen } from '@/components/development/numbers-screen';
import { numbersPage } from '@/lib/development/development-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Данные школ за год' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolNumbersRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await numbersPage(developmentSearch.parse(params));
  return <NumbersScreen page={page} address={{ path: links.schoolNumbers(), params }} />;
}
