import type { Metadata } from 'next';
import { CardsAfterFacts } from '@/components/campaigns/computation-state';
import { ReferencesScreen } from '@/components/results/references-screen';
import { Stack } from '@/components/ui/surface';
import { computationsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { referencesPage } from '@/lib/results/queries';

export const metadata: Metadata = { title: 'Показатели региона' };

export default async function ReferencesPage() {
  return (
    <Stack>
      <ReferencesScreen page={await referencesPage()} />
      <CardsAfterFacts page={await computationsPage()} />
    </Stack>
  );
}
