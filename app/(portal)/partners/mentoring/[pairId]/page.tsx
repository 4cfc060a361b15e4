import type { Metadata } from 'next';
import { PairScreen } from '@/components/partnerships/mentoring-screen';
import { pairPage } from '@/lib/partnerships/mentoring-queries';

export const metadata: Metadata = { title: 'Наставничество' };

type Props = { params: Promise<{ pairId: string }> };

export default async function PairRoute({ params }: Props) {
  return <PairScreen page={await pairPage((await params).pairId)} />;
}
