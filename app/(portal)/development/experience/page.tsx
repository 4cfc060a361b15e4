import type { Metadata } from 'next';
import { ExperienceScreen } from '@/components/development/experience-screen';
import { experiencePage } from '@/lib/development/development-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Опыт и конкурсы' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExperienceRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await experiencePage(developmentSearch.parse(params));
  return <ExperienceScreen page={page} address={{ path: links.experience(), params }} />;
}
