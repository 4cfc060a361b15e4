import type { Metadata } from 'next';
import { YearsScreen } from '@/components/schools/years-screen';
import { yearsForm } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Школа по учебным годам' };

export default async function SchoolYearsPage({ params }: { params: Promise<{ id: string }> }) {
  return <YearsScreen page={await yearsForm((await params).id)} />;
}
