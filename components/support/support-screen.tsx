import { DevelopmentPanel } from '@/components/development/school-panel';
import { SchoolPartnershipsPanel } from '@/components/partnerships/school-partnerships-panel';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { SchoolVisitsPanel } from '@/components/visits/school-visits-panel';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { causeAdvice, isConfirmed } from '@/lib/support/causes/cause';
import type { SupportPage } from '@/lib/support/support-queries';
import { BeingDone, Late, lateTasks, Studies } from './being-done';
import { CaseBadges } from './case-badges';
import { CauseList } from './cause-list';
import { Found } from './found';
import { Timeline } from './timeline';
import { Trend } from './trend';

type Props = {
  page: SupportPage;
  address: ListAddress;
};

/** One school on one page: what was found and why, what is being done, what is late, what has changed, what was decided. */
export function SupportScreen({ page, address }: Props) {
  const { school, year, supportCase, isSchool } = page;
  const late = lateTasks(page);
  return (
    <Stack>
      <PageHeader
        crumbs={[
          ...(isSchool
            ? [{ href: links.school(school.id), title: school.shortName }]
            : [{ href: links.support(), title: 'Сопровождение' }]),
          ...(page.canList ? [{ href: links.school(school.id), title: school.shortName }] : []),
        ]}
        title={`Поддержка: ${school.shortName}`}
        overline={formatSchoolYear(year)}
        status={supportCase && <CaseBadges standing={supportCase} isSchool={isSchool} />}
        lead={
          <>
            {supportCase?.ground ?? 'Что нашли, что делается, что просрочено и что изменилось – на одной странице.'}
            <br />
            {page.curators.length > 0
              ? `Куратор: ${page.curators.map(({ name }) => name).join(', ')}`
              : supportCase && 'Куратор ещё не назначен'}
          </>
        }
        actions={
          page.canChange &&
          (supportCase ? (
            <ButtonLink href={links.supportMoves(school.id, { year: String(year) })} icon="edit" variant="secondary">
              Куратор и состояние
            </ButtonLink>
          ) : (
            <ButtonLink href={links.openSupport()} icon="plus">
              Открыть сопровождение
            </ButtonLink>
          ))
        }
      />
      {page.years.length > 1 && <Years page={page} address={address} />}
      <Standing page={page} />
      <Numbers page={page} late={late.length} />
      <Late tasks={late} />
      <Found page={page} />
      <Causes page={page} />
      <Studies page={page} />
      <BeingDone page={page} />
      <DevelopmentPanel of={page.development} isOwn={page.isOwnSchool} />
      <SchoolPartnershipsPanel of={page.partnerships} />
      <SchoolVisitsPanel of={page.visits} />
      {page.standing.years.length > 1 && <Trend page={page} />}
      <Decision page={page} />
      <Timeline page={page} />
    </Stack>
  );
}

function Years({ page, address }: { page: SupportPage; address: ListAddress }) {
  return (
    <FilterBar
      address={{ ...address, params: { ...address.params, kind: undefined } }}
      label="Учебный год"
      filters={[
        {
          kind: 'select',
          name: 'year',
          label: 'Учебный год',
          all: 'Последний',
          options: page.years.map((year) => ({ value: String(year), label: formatSchoolYear(year) })),
        },
      ]}
    />
  );
}

/** What a reader must know first: that the case is paused, or that the regime is on and why. */
function Standing({ page: { supportCase, isSchool } }: { page: SupportPage }) {
  if (!supportCase) return null;
  const { status, crisisSince, crisisReason, crisisBy } = supportCase;
  return (
    <>
      {status === 'PAUSED' && (
        <Notice tone="warning" title="Сопровождение приостановлено">
          Карточку можно только читать, пока центр её не возобновит. Почему – в истории внизу страницы.
        </Notice>
      )}
      {crisisSince && !isSchool && (
        <Notice tone="error" title={`Кризисный режим с ${formatDay(crisisSince)}`}>
          <p className="whitespace-pre-wrap">{crisisReason}</p>
          <p className="text-sm">{crisisBy}</p>
        </Notice>
      )}
    </>
  );
}

function Numbers({ page, late }: { page: SupportPage; late: number }) {
  const { latest } = page.standing;
  const approved = page.plans.plans.filter(({ status }) => status === 'APPROVED');
  const rows = approved.reduce((sum, { progress }) => sum + progress.total, 0);
  const confirmed = page.causes.filter(isConfirmed).length;
  return (
    <Columns count={4}>
      <Stat
        label="Сумма отрицательных критериев"
        value={latest ? `${latest.sum} из ${latest.max}` : '–'}
        note={latest ? formatSchoolYear(latest.year) : 'расчёта ещё нет'}
        {...(latest ? { href: links.card(latest.id) } : {})}
      />
      <Stat
        label="Причины"
        value={page.causes.length === 0 ? '–' : page.causes.length}
        note={page.causes.length === 0 ? 'ещё не отмечены' : `подтверждено ${confirmed}`}
      />
      <Stat
        label="Строк плана выполнено"
        value={rows === 0 ? '–' : approved.reduce((sum, { progress }) => sum + progress.done, 0)}
        note={rows === 0 ? 'утверждённого плана нет' : `из ${rows}`}
      />
      <Stat label="Просрочено" value={late} note="рекомендации, план, договорённости" />
    </Columns>
  );
}

function Causes({ page }: { page: SupportPage }) {
  const { causes, supportCase, school, year, canWork, isSchool } = page;
  if (!supportCase) return null;
  const advice = isSchool ? undefined : causeAdvice(causes.length);
  return (
    <Section
      title="Почему: вероятные причины"
      lead="Причина – предположение, пока её не подтвердит исследование."
      actions={
        canWork && (
          <ButtonLink
            href={links.supportCauses(school.id, { year: String(year) })}
            variant="secondary"
            icon={causes.length === 0 ? 'plus' : 'edit'}
          >
            {causes.length === 0 ? 'Отметить причины' : 'Изменить причины'}
          </ButtonLink>
        )
      }
    >
      {causes.length === 0 ? (
        <EmptyState title="Причины ещё не отмечены" icon="search">
          {canWork
            ? 'Отметьте 2–4 вероятные причины из справочника, затем проверьте их собеседованием, документами или анкетой.'
            : 'Они появятся здесь, когда центр или куратор их отметит.'}
        </EmptyState>
      ) : (
        <Surface>
          <CauseList causes={causes} />
        </Surface>
      )}
      {advice && <p className="text-sm text-ink-soft">{advice}</p>}
    </Section>
  );
}

function Decision({ page: { supportCase, school, years } }: { page: SupportPage }) {
  if (!supportCase) return null;
  const { status, decisionGrounds, decisionOrder, year, previousId } = supportCase;
  const isClosed = status === 'EXITED' || status === 'CONTINUED';
  const former = previousId && years.includes(year - 1);
  if (!isClosed && !former) return null;
  return (
    <Section title="Решение">
      <Surface>
        {isClosed && (
          <>
            <p className="font-medium">
              {status === 'EXITED'
                ? 'Сопровождение завершено'
                : `Сопровождение продолжено в ${formatSchoolYear(year + 1)} учебном году`}
            </p>
            <p className="max-w-measure whitespace-pre-wrap break-words">{decisionGrounds}</p>
            {decisionOrder && <p className="text-sm text-ink-soft">Приказ: {decisionOrder}</p>}
          </>
        )}
        {status === 'CONTINUED' && (
          <p>
            <SiteLink className="link" href={links.schoolSupport(school.id, { year: String(year + 1) })}>
              Карточка следующего года
            </SiteLink>
          </p>
        )}
        {former && (
          <p>
            <SiteLink className="link" href={links.schoolSupport(school.id, { year: String(year - 1) })}>
              Карточка прошлого года
            </SiteLink>
          </p>
        )}
      </Surface>
    </Section>
  );
}
