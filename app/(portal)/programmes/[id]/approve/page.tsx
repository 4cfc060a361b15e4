import type { Metadata } from 'next';
import { ApproveProgrammeScreen } from '@/components/programmes/programme-form-screens';
import { programmeApproval } from '@/lib/programmes/programme-queries';

export const metadata: Metadata = { title: 'Утвердить программу' };

type Props = { params: Promise<{ id: string }> };

export default async function ProgrammeApprovalRoute({ params }: Props) {
  return <ApproveProgrammeScreen page={await programmeApproval((await params).id)} />;
}
