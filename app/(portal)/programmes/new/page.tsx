import type { Metadata } from 'next';
import { NewProgrammeScreen } from '@/components/programmes/new-programme-screen';
import { newProgrammeForm } from '@/lib/programmes/programme-queries';

export const metadata: Metadata = { title: 'Новая программа' };

export default async function NewProgrammeRoute() {
  return <NewProgrammeScreen page={await newProgrammeForm()} />;
}
