import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Stack } from '@/components/ui/surface';

export function NoCampaigns() {
  return (
    <Stack>
      <PageHeader title="Показатели" />
      <EmptyState title="Кампаний ещё не было" icon="chart">
        Показатели появятся, когда центр откроет кампанию и примет первые карты.
      </EmptyState>
    </Stack>
  );
}
