import type { Metadata } from 'next';
import { RosterScreen } from '@/components/development/roster-screen';
import { rosterPage } from '@/lib/development/development-queries';

export const metadata: Metadata = { title: 'Состав центра' };

export default async function CentreRosterRoute() {
  return <RosterScreen page={await rosterPage()} />;
}
