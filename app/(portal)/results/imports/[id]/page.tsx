import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { CardsAfterFacts } from '@/components/campaigns/computation-state';
import { ResultImportScreen } from '@/components/results/import-screen';
import { computationsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { resultImportPage } from '@/lib/results/import-queries';
import { UPLOAD_REFUSAL_COOKIE } from '@/lib/schools/upload-answer';

export const metadata: Metadata = { title: 'Файл результатов' };

export default async function ResultImportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const page = await resultImportPage(id);
  const refusal = (await cookies()).get(UPLOAD_REFUSAL_COOKIE)?.value;
  const isWritten = ['APPLIED', 'REPLACED', 'UNDONE'].includes(page.found.status);
  const cards = isWritten && <CardsAfterFacts page={await computationsPage()} />;
  return <ResultImportScreen page={page} refusal={refusal} cards={cards} />;
}
