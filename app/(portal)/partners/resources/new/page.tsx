import type { Metadata } from 'next';
import { NewResourceScreen } from '@/components/partnerships/resources-screen';
import { newResourceForm } from '@/lib/partnerships/resource-queries';

export const metadata: Metadata = { title: 'Новый ресурс' };

export default async function NewResourceRoute() {
  return <NewResourceScreen page={await newResourceForm()} />;
}
