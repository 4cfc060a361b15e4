import type { Metadata } from 'next';
import { SettingsScreen } from '@/components/access/settings-screen';
import { settingsPage } from '@/lib/access/settings-queries';

export const metadata: Metadata = { title: 'Настройки' };

export default async function SettingsPage() {
  return <SettingsScreen page={await settingsPage()} />;
}
