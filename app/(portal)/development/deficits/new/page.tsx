import type { Metadata } from 'next';
import { NewDeficitScreen } from '@/components/development/deficit-screens';
import { newDeficitForm } from '@/lib/development/deficit-queries';

export const metadata: Metadata = { title: 'Новый дефицит' };

export default async function NewDeficitRoute() {
  return <NewDeficitScreen form={await newDeficitForm()} />;
}
