import type { Metadata } from 'next';
import { CardsAfterFacts } from '@/components/campaigns/computation-state';
import { DictionariesScreen } from '@/components/results/dictionaries-screen';
import { Stack } from '@/components/ui/surface';
import { computationsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { dictionariesPage } from '@/lib/results/queries';

export const metadata: Metadata = { title: 'Справочники результатов' };

export default async function DictionariesPage() {
  return (
    <Stack>
      <DictionariesScreen page={await dictionariesPage()} />
      <CardsAfterFacts page={await computationsPage()} />
    </Stack>
  );
}
