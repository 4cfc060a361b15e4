import type { Metadata } from 'next';
import { SchoolFormScreen } from '@/components/schools/school-form-screen';
import { newSchoolForm } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Новая школа' };

export default async function NewSchoolPage() {
  await newSchoolForm();
  return <SchoolFormScreen />;
}
