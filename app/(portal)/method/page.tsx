import type { Metadata } from 'next';
import { z } from 'zod';
import { MethodListScreen } from '@/components/methodology/method-list-screen';
import { methodListPage } from '@/lib/methodology/version-queries';

export const metadata: Metadata = { title: 'Методика' };

const state = z.enum(['DRAFT', 'PUBLISHED', 'ARCHIVED']);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  return <MethodListScreen page={await methodListPage(state.safeParse((await searchParams).status).data)} />;
}
