import { DownloadLink } from '@/components/table/download-link';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { LIST_STATUS_WORDS, SCHOOL_FORMS } from '@/lib/diagnostics/campaigns/campaign-words';
import type { CampaignListPage } from '@/lib/diagnostics/lists/list-queries';
import { orderWords } from '@/lib/diagnostics/lists/list-words';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { BeginList, ListNextStep, ListObstacles } from './list-steps';
import { ListTable } from './list-table';

const TONES = { DRAFT: 'neutral', PROPOSED: 'info', APPROVED: 'success' } as const;

/** The list of a campaign: what was computed, what the commission decided, the order that makes it so. */
export function CampaignListScreen({ page }: { page: CampaignListPage }) {
  const { campaign, list, share, publicLabel, rows } = page;
  return (
    <>
      <PageHeader
        title={list?.status === 'APPROVED' ? 'Список утверждён' : 'Список комиссии'}
        crumbs={[
          { href: links.campaigns(), title: 'Кампании' },
          { href: links.campaign(campaign.id), title: campaign.title },
        ]}
        overline={`${formatSchoolYear(campaign.year)} учебный год${list ? `, список № ${list.number}` : ''}`}
        status={list && <Badge tone={TONES[list.status]}>{LIST_STATUS_WORDS[list.status]}</Badge>}
        lead="Вывод вычисляет методика, решение принимает комиссия, список утверждает приказ. Порядок – алфавитный: список не рейтинг."
        actions={<ListNextStep page={page} />}
      />
      <Stack>
        <ListObstacles page={page} />
        {share && (
          <Surface>
            <p className="text-lg">
              {publicLabel}:{' '}
              <strong className="tabular-nums">{formatShareOf(share.numerator, share.denominator)}</strong>
            </p>
            <p className="text-sm text-ink-soft">
              По последнему утверждённому списку; знаменатель – состав кампании.
              {list?.status === 'APPROVED' && ` ${orderWords(list)}.`}
            </p>
          </Surface>
        )}
        {list && rows.length > 0 && (
          <Section
            title={`№ ${list.number}: ${count(rows.length, SCHOOL_FORMS)}`}
            lead={`${list.status === 'APPROVED' ? 'Включено' : 'Предлагается включить'}: ${list.included}, поддержка без включения: ${list.supported}.`}
            actions={
              <>
                <ButtonLink href={links.listPrint(list.id)} variant="secondary" size="small" icon="print">
                  Приложение к приказу
                </ButtonLink>
                <DownloadLink href={links.listExport(list.id)} what="список" />
              </>
            }
          >
            <ListTable page={page} />
          </Section>
        )}
        {list?.status === 'DRAFT' && rows.length === 0 && page.role !== 'CENTRE' && (
          <EmptyState title="Список готовит центр" icon="clock">
            Он появится здесь, когда центр передаст его на утверждение.
          </EmptyState>
        )}
        {!list && page.role !== 'CENTRE' && (
          <EmptyState title="Списка ещё нет" icon="order">
            Центр составит его по принятым картам. Сейчас принято: {formatShareOf(page.accepted, page.roster)}.
          </EmptyState>
        )}
        <BeginList page={page} />
        {page.earlier.length > 0 && (
          <Section title="Предыдущие списки">
            <ul className="space-y-2">
              {page.earlier.map((earlier) => (
                <li key={earlier.id}>
                  <SiteLink href={links.listPrint(earlier.id)} className="link">
                    Список № {earlier.number}
                  </SiteLink>{' '}
                  – {orderWords(earlier)}, включено {earlier.included}.
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
    </>
  );
}
