import type { Metadata } from 'next';
import { MentoringScreen } from '@/components/partnerships/mentoring-screen';
import { links } from '@/lib/kernel/links';
import { mentoringPage } from '@/lib/partnerships/mentoring-queries';
import { mentoringSearch } from '@/lib/partnerships/partnership-search';

export const metadata: Metadata = { title: 'Наставничество' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MentoringRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await mentoringPage(mentoringSearch.parse(params));
  return <MentoringScreen page={page} address={{ path: links.mentoring(), params }} />;
}
