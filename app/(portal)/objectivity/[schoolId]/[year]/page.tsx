import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { CardsAfterFacts } from '@/components/campaigns/computation-state';
import { SchoolScreen } from '@/components/objectivity/school-screen';
import { Stack } from '@/components/ui/surface';
import { computationsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { objectivitySchool } from '@/lib/objectivity/objectivity-queries';
import { objectivitySearch } from '@/lib/objectivity/objectivity-search';

export const metadata: Metadata = { title: 'Признаки школы' };

const place = z.object({ schoolId: id, year: z.coerce.number().pipe(schoolYear) });

type Props = {
  params: Promise<{ schoolId: string; year: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ObjectivitySchoolRoute({ params, searchParams }: Props) {
  const asked = place.safeParse(await params);
  if (!asked.success) notFound();
  const search = objectivitySearch.parse(await searchParams);
  const { schoolId, year } = asked.data;
  return (
    <Stack>
      <SchoolScreen page={await objectivitySchool(schoolId, year, search)} search={search} />
      <CardsAfterFacts page={await computationsPage()} />
    </Stack>
  );
}
