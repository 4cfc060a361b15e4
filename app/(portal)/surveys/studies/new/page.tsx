import type { Metadata } from 'next';
import { NewStudyScreen } from '@/components/support/study-form-screens';
import { newStudyForm } from '@/lib/support/studies/study-queries';
import { newStudySearch } from '@/lib/support/studies/study-search';

export const metadata: Metadata = { title: 'Новое исследование' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewStudyRoute({ searchParams }: Props) {
  return <NewStudyScreen page={await newStudyForm(newStudySearch.parse(await searchParams))} />;
}
