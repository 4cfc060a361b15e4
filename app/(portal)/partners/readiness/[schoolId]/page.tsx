import type { Metadata } from 'next';
import { HelperScreen } from '@/components/partnerships/helpers-screen';
import { helperForm } from '@/lib/partnerships/proposal-queries';

export const metadata: Metadata = { title: 'Готовность помогать' };

type Props = { params: Promise<{ schoolId: string }> };

export default async function HelperRoute({ params }: Props) {
  return <HelperScreen school={await helperForm((await params).schoolId)} />;
}
