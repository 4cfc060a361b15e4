import type { Metadata } from 'next';
import { SupportScreen } from '@/components/support/support-screen';
import { supportPage } from '@/lib/support/support-queries';

export const metadata: Metadata = { title: 'Поддержка школы' };

type Props = { params: Promise<{ id: string }> };

export default async function SupportRoute({ params }: Props) {
  return <SupportScreen page={await supportPage((await params).id, {})} />;
}
