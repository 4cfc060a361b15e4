import type { Metadata } from 'next';
import { JournalScreen } from '@/components/access/journal-screen';
import { journalFilter } from '@/lib/access/journal-page';
import { journalPage } from '@/lib/access/journal-queries';

export const metadata: Metadata = { title: 'Журнал' };

export default async function JournalPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const params = await searchParams;
  return <JournalScreen page={await journalPage(journalFilter.parse(params))} params={params} />;
}
