import type { Metadata } from 'next';
import { OwnSignsScreen } from '@/components/objectivity/own-signs-screen';
import { ownSigns } from '@/lib/objectivity/objectivity-queries';

export const metadata: Metadata = { title: 'Признаки моей школы' };

export default async function OwnSignsRoute() {
  return <OwnSignsScreen page={await ownSigns()} />;
}
