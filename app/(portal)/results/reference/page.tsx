import type { Metadata } from 'next';
import { ReferencesScreen } from '@/components/results/references-screen';
import { referencesPage } from '@/lib/results/queries';

export const metadata: Metadata = { title: 'Показатели региона' };

export default async function ReferencesPage() {
  return <ReferencesScreen page={await referencesPage()} />;
}
