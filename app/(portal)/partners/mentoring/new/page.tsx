import type { Metadata } from 'next';
import { NewPairScreen } from '@/components/partnerships/mentoring-screen';
import { newPairForm } from '@/lib/partnerships/mentoring-queries';

export const metadata: Metadata = { title: 'Новая пара наставничества' };

export default async function NewPairRoute() {
  return <NewPairScreen page={await newPairForm()} />;
}
