import type { Metadata } from 'next';
import { NewConsultationScreen } from '@/components/visits/consultation-screen';
import { newConsultationForm } from '@/lib/visits/consultation-queries';

export const metadata: Metadata = { title: 'Новая консультация' };

export default async function NewConsultationRoute() {
  return <NewConsultationScreen page={await newConsultationForm()} />;
}
