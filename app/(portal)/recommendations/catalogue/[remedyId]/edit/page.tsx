import type { Metadata } from 'next';
import { EditRemedyScreen } from '@/components/recommendations/remedy-form-screen';
import { remedyPage } from '@/lib/recommendations/catalogue-queries';

export const metadata: Metadata = { title: 'Правка меры' };

type Props = { params: Promise<{ remedyId: string }> };

export default async function EditRemedyRoute({ params }: Props) {
  const { remedy } = await remedyPage((await params).remedyId);
  return <EditRemedyScreen remedy={remedy} />;
}
