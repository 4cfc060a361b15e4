import type { Metadata } from 'next';
import { RegionScreen } from '@/components/region/region-screen';
import { admit } from '@/lib/access/admit';
import { regionPage, regionSearch } from '@/lib/diagnostics/overviews/region-queries';

export const metadata: Metadata = { title: 'Муниципалитеты рядом' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RegionRoute({ searchParams }: Props) {
  const viewer = await admit('dashboard.region');
  const { year } = regionSearch.parse(await searchParams);
  return <RegionScreen page={await regionPage(year)} regionName={viewer.regionName ?? ''} />;
}
