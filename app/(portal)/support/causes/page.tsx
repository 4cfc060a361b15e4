import type { Metadata } from 'next';
import { CausesScreen } from '@/components/support/causes-screen';
import { causesPage } from '@/lib/support/causes/cause-queries';

export const metadata: Metadata = { title: 'Справочник причин' };

export default async function CausesRoute() {
  return <CausesScreen page={await causesPage()} />;
}
