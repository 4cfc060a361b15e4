import type { Metadata } from 'next';
import { MapScreen } from '@/components/objectivity/map-screen';
import { objectivityMap } from '@/lib/objectivity/objectivity-queries';
import { objectivitySearch } from '@/lib/objectivity/objectivity-search';

export const metadata: Metadata = { title: 'Карта объективности' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ObjectivityRoute({ searchParams }: Props) {
  const search = objectivitySearch.parse(await searchParams);
  return <MapScreen page={await objectivityMap(search)} search={search} />;
}
