import type { Metadata } from 'next';
import { ConsultationScreen } from '@/components/visits/consultation-screen';
import { consultationPage } from '@/lib/visits/consultation-queries';

export const metadata: Metadata = { title: 'Консультация' };

type Props = { params: Promise<{ consultationId: string }> };

export default async function ConsultationRoute({ params }: Props) {
  return <ConsultationScreen page={await consultationPage((await params).consultationId)} />;
}
