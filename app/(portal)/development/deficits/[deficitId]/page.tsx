import type { Metadata } from 'next';
import { DeficitScreen } from '@/components/development/deficit-screens';
import { deficitPage } from '@/lib/development/deficit-queries';

export const metadata: Metadata = { title: 'Профессиональный дефицит' };

type Props = { params: Promise<{ deficitId: string }> };

export default async function DeficitRoute({ params }: Props) {
  return <DeficitScreen page={await deficitPage((await params).deficitId)} />;
}
