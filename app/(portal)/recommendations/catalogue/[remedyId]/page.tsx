import type { Metadata } from 'next';
import { RemedyScreen } from '@/components/recommendations/remedy-screen';
import { remedyPage } from '@/lib/recommendations/catalogue-queries';

export const metadata: Metadata = { title: 'Мера каталога' };

type Props = { params: Promise<{ remedyId: string }> };

export default async function RemedyRoute({ params }: Props) {
  return <RemedyScreen page={await remedyPage((await params).remedyId)} />;
}
