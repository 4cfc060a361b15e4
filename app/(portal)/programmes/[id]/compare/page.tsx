import type { Metadata } from 'next';
import { CompareProgrammeScreen } from '@/components/programmes/programme-form-screens';
import { programmeComparison } from '@/lib/programmes/programme-queries';

export const metadata: Metadata = { title: 'Что изменилось в программе' };

type Props = { params: Promise<{ id: string }> };

export default async function ProgrammeComparisonRoute({ params }: Props) {
  return <CompareProgrammeScreen page={await programmeComparison((await params).id)} />;
}
