import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { PageHeader } from '@/components/ui/page-header';
import { Progress } from '@/components/ui/progress';
import { Stat } from '@/components/ui/stat';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { openCampaign } from '@/lib/diagnostics/campaigns/campaign-actions';
import type { CampaignPage, CoverageSearch } from '@/lib/diagnostics/campaigns/campaign-queries';
import {
  COVERAGE_FILTER_WORDS,
  COVERAGE_WORDS,
  SCHOOL_FORMS,
  STAGE_WORDS,
} from '@/lib/diagnostics/campaigns/campaign-words';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatShareOf } from '@/lib/kernel/percent';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { DeleteCampaign, Seen } from './campaign-dates-screen';
import { CampaignStateBadge } from './campaigns-screen';
import { ComputationPanel } from './computation-state';
import { CoverageTable } from './coverage-table';

type Props = { page: CampaignPage; search: CoverageSearch };

/** A campaign at a glance: how far to 100 %, who is where, and every school behind each number. */
export function CampaignScreen({ page, search }: Props) {
  const { campaign, coverage, timeZone } = page;
  const address: ListAddress = { path: links.campaign(campaign.id), params: { ...search } };
  const behind = (state: string) => `${links.campaign(campaign.id, { state })}#schools`;
  return (
    <>
      <PageHeader
        title={campaign.title || `Кампания ${formatSchoolYear(campaign.year)}`}
        crumbs={[{ href: links.campaigns(), title: 'Кампании' }]}
        overline={`${formatSchoolYear(campaign.year)} учебный год, ${STAGE_WORDS[campaign.stage]}`}
        status={<CampaignStateBadge state={page.state} />}
        lead={`С ${formatMoment(campaign.opensAt, timeZone)} до ${formatMoment(campaign.closesAt, timeZone)}.`}
        actions={<CampaignSteps page={page} />}
      />
      <Stack>
        <Surface>
          <div className="space-y-3">
            <p className="text-lg">
              Заполнили <strong className="tabular-nums">{formatShareOf(coverage.submitted, coverage.total)}</strong>{' '}
              {coverage.submitted === coverage.total && coverage.total > 0 && '– все школы'}
            </p>
            <Progress label="Охват" value={coverage.submitted} max={coverage.total} unit="школ" />
            <p className="text-sm text-ink-soft">
              Считаются школы, которые отправили карту хотя бы один раз. Знаменатель – состав кампании, замерший при
              открытии.
            </p>
          </div>
        </Surface>
        <Columns count={3}>
          <Stat label="Не начали" value={coverage.byState.NOT_STARTED} href={behind('NOT_STARTED')} />
          <Stat label="В работе" value={coverage.byState.IN_WORK} href={behind('IN_WORK')} />
          <Stat label="Срок прошёл, карты нет" value={coverage.late} href={behind('LATE')} />
          <Stat label="На проверке" value={coverage.byState.TO_CHECK} href={behind('TO_CHECK')} />
          <Stat label="Возвращены" value={coverage.byState.RETURNED} href={behind('RETURNED')} />
          <Stat
            label="Приняты"
            value={coverage.byState.ACCEPTED + coverage.byState.CLOSED}
            note={
              coverage.byState.CLOSED > 0 ? `из них ${COVERAGE_WORDS.CLOSED}: ${coverage.byState.CLOSED}` : undefined
            }
            href={behind(coverage.byState.ACCEPTED > 0 ? 'ACCEPTED' : 'CLOSED')}
          />
        </Columns>
        {page.computation && (
          <Section
            title="Ответы по результатам"
            lead="Портал сам отвечает на критерии, для которых загружены результаты, и пересчитывает ответы после каждого их изменения. Школа подтвердит каждый ответ или возразит; отправленные и закрытые карты не меняются."
            actions={
              <ButtonLink href={links.results()} variant="quiet">
                Загруженные результаты
              </ButtonLink>
            }
          >
            <ComputationPanel computation={page.computation} timeZone={timeZone} />
          </Section>
        )}
        <Section
          id="schools"
          title="Школы"
          lead={`Показано: ${count(page.rows.length, SCHOOL_FORMS)} из ${coverage.total}.`}
          actions={<DownloadLink href={links.campaignExport(campaign.id, search)} what="таблицу школ" />}
        >
          <FilterBar
            address={address}
            filters={[
              { kind: 'search', name: 'q', label: 'Школа', placeholder: 'Название или номер' },
              {
                kind: 'select',
                name: 'state',
                label: 'Состояние',
                all: 'Все состояния',
                options: Object.entries(COVERAGE_FILTER_WORDS).map(([value, label]) => ({ value, label })),
              },
            ]}
          />
          <CoverageTable page={page} address={address} />
        </Section>
      </Stack>
    </>
  );
}

/** What can be done with the campaign now, by its state. */
function CampaignSteps({ page: { campaign, state, coverage, mayChange } }: { page: CampaignPage }) {
  const list = (
    <ButtonLink href={links.campaignList(campaign.id)} icon="order" variant={state === 'PLANNED' ? 'quiet' : 'primary'}>
      Список комиссии
    </ButtonLink>
  );
  if (!mayChange) return state === 'PLANNED' ? null : list;
  if (state !== 'PLANNED')
    return (
      <>
        {list}
        <ButtonLink href={links.campaignDates(campaign.id)} variant="secondary" icon="clock">
          Сроки
        </ButtonLink>
      </>
    );
  return (
    <>
      <ConfirmDialog
        trigger="Открыть сейчас"
        variant="primary"
        title={`Открыть «${campaign.title}» сейчас?`}
        fallbackHref={links.campaignDates(campaign.id)}
      >
        <p>
          Карты смогут заполнять {count(coverage.total, SCHOOL_FORMS)}. Состав, методика, учебный год и процедуры
          замрут.
        </p>
        <ActionForm action={openCampaign} label="Открыть кампанию сейчас">
          <Seen campaign={campaign} />
          <SubmitButton pendingText="Открываем…">Да, открыть сейчас</SubmitButton>
        </ActionForm>
      </ConfirmDialog>
      <ButtonLink href={links.campaignRoster(campaign.id)} variant="secondary" icon="school">
        Состав
      </ButtonLink>
      <ButtonLink href={links.editCampaign(campaign.id)} variant="secondary" icon="edit">
        Изменить
      </ButtonLink>
      <ConfirmDialog
        trigger="Удалить"
        title={`Удалить кампанию «${campaign.title}»?`}
        fallbackHref={`${links.campaignDates(campaign.id)}#delete`}
      >
        <DeleteCampaign campaign={campaign} />
      </ConfirmDialog>
    </>
  );
}
