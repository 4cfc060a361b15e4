import type { Metadata } from 'next';
import { EditOrganisationScreen } from '@/components/partnerships/organisations-screen';
import { organisationForm } from '@/lib/partnerships/resource-queries';

export const metadata: Metadata = { title: 'Организация' };

type Props = { params: Promise<{ organisationId: string }> };

export default async function OrganisationRoute({ params }: Props) {
  return <EditOrganisationScreen organisation={await organisationForm((await params).organisationId)} />;
}
