import type { Metadata } from 'next';
import { ReportScreen } from '@/components/visits/report-screen';
import { links } from '@/lib/kernel/links';
import { consultationReport } from '@/lib/visits/consultation-queries';
import { reportSearch } from '@/lib/visits/visit-search';

export const metadata: Metadata = { title: 'Консультации по темам и месяцам' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReportRoute({ searchParams }: Props) {
  const params = await searchParams;
  const page = await consultationReport(reportSearch.parse(params).year);
  return <ReportScreen page={page} address={{ path: links.consultationReport(), params }} />;
}
