import type { Metadata } from 'next';
import { SchoolFormScreen } from '@/components/schools/school-form-screen';
import { schoolForm } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Изменить сведения о школе' };

export default async function EditSchoolPage({ params }: { params: Promise<{ id: string }> }) {
  return <SchoolFormScreen school={await schoolForm((await params).id)} />;
}
