import type { Metadata } from 'next';
import { z } from 'zod';
import { EditProgrammeScreen } from '@/components/programmes/edit-programme-screen';
import { PARTS } from '@/lib/programmes/edit-part';
import { programmeEditing } from '@/lib/programmes/programme-queries';

export const metadata: Metadata = { title: 'Правка программы' };

const search = z.object({ part: z.enum(PARTS).catch('passport') });

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EditProgrammeRoute({ params, searchParams }: Props) {
  const { part } = search.parse(await searchParams);
  return <EditProgrammeScreen page={await programmeEditing((await params).id)} part={part} />;
}
