import type { Metadata } from 'next';
import { ProgrammeScreen } from '@/components/programmes/programme-screen';
import { programmePage } from '@/lib/programmes/programme-queries';

export const metadata: Metadata = { title: 'Программа' };

type Props = { params: Promise<{ id: string }> };

export default async function ProgrammeRoute({ params }: Props) {
  return <ProgrammeScreen page={await programmePage((await params).id)} />;
}
