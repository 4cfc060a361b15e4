import type { Metadata } from 'next';
import { SettingsScreen } from '@/components/roadmaps/settings-screen';
import { roadmapSettings } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Настройки дорожной карты' };

type Props = { params: Promise<{ id: string }> };

export default async function RoadmapSettingsRoute({ params }: Props) {
  return <SettingsScreen page={await roadmapSettings((await params).id)} />;
}
