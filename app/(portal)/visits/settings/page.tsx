import type { Metadata } from 'next';
import { VisitSettingsScreen } from '@/components/visits/visit-settings-screen';
import { visitSettings } from '@/lib/visits/visit-queries';

export const metadata: Metadata = { title: 'Справочники визитов' };

export default async function VisitSettingsRoute() {
  return <VisitSettingsScreen page={await visitSettings()} />;
}
