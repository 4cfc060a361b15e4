import type { Metadata } from 'next';
import { SchoolScreen } from '@/components/schools/school-screen';
import { schoolPage } from '@/lib/schools/queries';

export const metadata: Metadata = { title: 'Школа' };

export default async function SchoolRoute({ params }: { params: Promise<{ id: string }> }) {
  return <SchoolScreen page={await schoolPage((await params).id)} />;
}
