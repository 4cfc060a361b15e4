import type { Metadata } from 'next';
import { NewRemedyScreen } from '@/components/recommendations/remedy-form-screen';
import { newRemedyForm } from '@/lib/recommendations/catalogue-queries';

export const metadata: Metadata = { title: 'Новая мера каталога' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewRemedyRoute({ searchParams }: Props) {
  const { item } = await searchParams;
  return <NewRemedyScreen {...(await newRemedyForm(typeof item === 'string' ? item : ''))} />;
}
