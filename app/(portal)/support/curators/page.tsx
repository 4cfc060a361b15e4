import type { Metadata } from 'next';
import { CuratorsScreen } from '@/components/support/curators-screen';
import { curatorsPage } from '@/lib/support/curators/curator-queries';

export const metadata: Metadata = { title: 'Кураторы' };

export default async function CuratorsRoute() {
  return <CuratorsScreen page={await curatorsPage()} />;
}
