import type { Metadata } from 'next';
import { PackageScreen } from '@/components/development/package-screen';
import { coursePackagePage } from '@/lib/development/course-queries';

export const metadata: Metadata = { title: 'Пакет заявок' };

type Props = { params: Promise<{ packageId: string }> };

export default async function CoursePackageRoute({ params }: Props) {
  return <PackageScreen page={await coursePackagePage((await params).packageId)} />;
}
