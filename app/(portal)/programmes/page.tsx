import type { Metadata } from 'next';
import { ProgrammesScreen } from '@/components/programmes/programmes-screen';
import { programmeSearch } from '@/lib/programmes/programme';
import { programmesPage } from '@/lib/programmes/programme-queries';

export const metadata: Metadata = { title: 'Программы' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProgrammesRoute({ searchParams }: Props) {
  const params = await searchParams;
  return <ProgrammesScreen page={await programmesPage(programmeSearch.parse(params))} params={params} />;
}
