import type { Metadata } from 'next';
import { DictionariesScreen } from '@/components/results/dictionaries-screen';
import { dictionariesPage } from '@/lib/results/queries';

export const metadata: Metadata = { title: 'Справочники результатов' };

export default async function DictionariesPage() {
  return <DictionariesScreen page={await dictionariesPage()} />;
}
