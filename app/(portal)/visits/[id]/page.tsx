import type { Metadata } from 'next';
import { VisitScreen } from '@/components/visits/visit-screen';
import { visitPage } from '@/lib/visits/visit-queries';

export const metadata: Metadata = { title: 'Визит' };

type Props = { params: Promise<{ id: string }> };

export default async function VisitRoute({ params }: Props) {
  return <VisitScreen page={await visitPage((await params).id)} />;
}
