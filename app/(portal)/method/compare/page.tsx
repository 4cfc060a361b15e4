import type { Metadata } from 'next';
import { CompareScreen } from '@/components/methodology/compare-screen';
import { id } from '@/lib/kernel/ids';
import { comparePage } from '@/lib/methodology/draft/draft-queries';

export const metadata: Metadata = { title: 'Сравнение версий' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { from, to } = await searchParams;
  return <CompareScreen {...(await comparePage(id.safeParse(from).data, id.safeParse(to).data))} />;
}
