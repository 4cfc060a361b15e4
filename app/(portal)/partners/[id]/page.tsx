import type { Metadata } from 'next';
import { PartnershipScreen } from '@/components/partnerships/partnership-screen';
import { partnershipPage } from '@/lib/partnerships/partnership-queries';

export const metadata: Metadata = { title: 'Партнёрство' };

type Props = { params: Promise<{ id: string }> };

export default async function PartnershipRoute({ params }: Props) {
  return <PartnershipScreen page={await partnershipPage((await params).id)} />;
}
