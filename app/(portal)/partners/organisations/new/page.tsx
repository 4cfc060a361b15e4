import type { Metadata } from 'next';
import { NewOrganisationScreen } from '@/components/partnerships/organisations-screen';
import { newOrganisationForm } from '@/lib/partnerships/resource-queries';

export const metadata: Metadata = { title: 'Новая организация' };

export default async function NewOrganisationRoute() {
  await newOrganisationForm();
  return <NewOrganisationScreen />;
}
