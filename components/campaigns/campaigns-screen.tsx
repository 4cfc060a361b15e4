import { type Column, DataTable } from '@/components/table/data-table';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import type { CampaignsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { CAMPAIGN_STATE_WORDS, STAGE_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import type { CampaignState } from '@/lib/diagnostics/campaigns/coverage';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatShareOf } from '@/lib/kernel/percent';
import { formatSchoolYear } from '@/lib/kernel/school-year';

const TONES: Record<CampaignState, BadgeTone> = { PLANNED: 'info', OPEN: 'success', CLOSED: 'neutral' };

export function CampaignStateBadge({ state }: { state: CampaignState }) {
  return <Badge tone={TONES[state]}>{CAMPAIGN_STATE_WORDS[state]}</Badge>;
}

type Item = CampaignsPage['campaigns'][number];

/** All campaigns of the municipality, the newest first. */
export function CampaignsScreen({ campaigns, timeZone, mayChange }: CampaignsPage) {
  const columns: readonly Column<Item>[] = [
    {
      key: 'title',
      title: 'Кампания',
      main: true,
      cell: (one) => (
        <SiteLink href={links.campaign(one.id)} className="link">
          {one.title || `Кампания ${formatSchoolYear(one.year)}`}
        </SiteLink>
      ),
    },
    { key: 'year', title: 'Учебный год', cell: (one) => formatSchoolYear(one.year) },
    { key: 'stage', title: 'Этап', cell: (one) => STAGE_WORDS[one.stage] },
    { key: 'state', title: 'Состояние', cell: (one) => <CampaignStateBadge state={one.state} /> },
    {
      key: 'dates',
      title: 'Сроки',
      cell: (one) => `${formatMoment(one.opensAt, timeZone)} – ${formatMoment(one.closesAt, timeZone)}`,
    },
    { key: 'submitted', title: 'Заполнили', align: 'end', cell: (one) => formatShareOf(one.submitted, one.schools) },
    { key: 'accepted', title: 'Принято', align: 'end', cell: (one) => formatShareOf(one.accepted, one.schools) },
  ];
  const create = mayChange && (
    <ButtonLink href={links.newCampaign()} icon="plus">
      Новая кампания
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Кампании"
        lead="Кампания – один сбор диагностических карт: по какой методике, за какой учебный год и к какому сроку."
        actions={create}
      />
      <DataTable
        caption="Кампании муниципалитета"
        columns={columns}
        rows={campaigns}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="Кампаний ещё не было" icon="campaign" actions={create}>
            {mayChange
              ? 'Создайте первую: состав школ портал возьмёт из реестра, до открытия его можно поправить.'
              : 'Первую кампанию создаёт центр. Как только она появится, здесь будет видно, сколько школ заполнили карты.'}
          </EmptyState>
        }
      />
    </>
  );
}
