import type { Metadata } from 'next';
import { EditResourceScreen } from '@/components/partnerships/resources-screen';
import { resourceForm } from '@/lib/partnerships/resource-queries';

export const metadata: Metadata = { title: 'Ресурс' };

type Props = { params: Promise<{ resourceId: string }> };

export default async function ResourceRoute({ params }: Props) {
  return <EditResourceScreen resource={await resourceForm((await params).resourceId)} />;
}
