import type { Metadata } from 'next';
import { NewVisitScreen } from '@/components/visits/visit-form-screens';
import { newVisitForm } from '@/lib/visits/visit-queries';

export const metadata: Metadata = { title: 'Записать визит' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewVisitRoute({ searchParams }: Props) {
  const { school, rubric } = await searchParams;
  const chosen = {
    ...(typeof school === 'string' && { school }),
    ...(typeof rubric === 'string' && { rubric }),
  };
  return <NewVisitScreen page={await newVisitForm(chosen)} />;
}
