import { LineTrend } from '@/components/chart/line-trend';
import { DevelopmentPanel } from '@/components/development/school-panel';
import { RoadmapStatusBadge, RowStateBadge } from '@/components/roadmaps/state-badge';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { isLate } from '@/lib/roadmaps/plan';
import { spanWords } from '@/lib/roadmaps/roadmap';
import type { SupportPage } from '@/lib/support/support-queries';

const DECISIONS = {
  INCLUDE: 'в утверждённом списке',
  EXCLUDE: 'комиссия решила не включать',
  SUPPORT: 'поддержка без включения в список',
} as const;

/** One school on one page: what was found, what is being done, what is late, what has changed. */
export function SupportScreen({ page }: { page: SupportPage }) {
  const { school, standing, plans } = page;
  const { latest } = standing;
  const done = plans.plans.filter(({ status }) => status === 'APPROVED');
  const total = done.reduce((sum, { progress }) => sum + progress.total, 0);
  return (
    <Stack>
      <PageHeader
        crumbs={[
          ...(page.canList ? [{ href: links.schools(), title: 'Школы' }] : []),
          { href: links.school(school.id), title: school.shortName },
        ]}
        title={`Поддержка: ${school.shortName}`}
        lead="Что нашли, что делается, что просрочено и что изменилось – на одной странице."
      />
      <Columns count={4}>
        <Stat
          label="Сумма отрицательных критериев"
          value={latest ? `${latest.sum} из ${latest.max}` : '–'}
          note={latest ? formatSchoolYear(latest.year) : 'расчёта ещё нет'}
          {...(latest ? { href: links.card(latest.id) } : {})}
        />
        <Stat
          label="Строк плана выполнено"
          value={total === 0 ? '–' : done.reduce((sum, { progress }) => sum + progress.done, 0)}
          note={total === 0 ? 'утверждённого плана нет' : `из ${total}`}
        />
        <Stat label="Срок прошёл" value={plans.late.length} />
        <Stat label="Ждёт проверки центра" value={done.reduce((sum, { progress }) => sum + progress.reported, 0)} />
      </Columns>
      <Found page={page} />
      <Plans page={page} />
      <DevelopmentPanel of={page.development} isOwn={page.isOwnSchool} />
      {standing.years.length > 1 && <Trend page={page} />}
    </Stack>
  );
}

function Found({ page }: { page: SupportPage }) {
  const { latest } = page.standing;
  if (!latest)
    return (
      <Section title="Что нашли">
        <EmptyState title="Расчёта ещё нет" icon="card">
          Он появится, когда школа отправит диагностическую карту, а центр её проверит.
        </EmptyState>
      </Section>
    );
  const plan = page.plans.plans.find(({ status }) => status !== 'ARCHIVED');
  const decision = latest.decision ? DECISIONS[latest.decision] : 'решения комиссии ещё нет';
  return (
    <Section
      title="Что нашли"
      lead={`${formatSchoolYear(latest.year)}: ${latest.verdict}; ${decision}${latest.decision === 'INCLUDE' ? ` (${page.publicLabel})` : ''}.`}
    >
      <Surface>
        {latest.points.length === 0 ? (
          <p className="text-ink-soft">Баллов нет, или ответы карты вам пока не открыты.</p>
        ) : (
          <ul className="divide-y divide-line">
            {latest.points.map((point) => (
              <li key={point.code} className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
                <span className="min-w-12">
                  <Badge tone="accent">{point.code}</Badge>
                </span>
                <div className="min-w-0 flex-1 basis-64">
                  <SiteLink className="link" href={links.card(latest.id, point.code)}>
                    {point.wording}
                  </SiteLink>
                  {point.reason && <p className="text-sm text-ink-soft">{point.reason}</p>}
                </div>
                {page.canPlan && plan && (
                  <ButtonLink
                    href={links.newRoadmapRow(plan.id, { item: point.code })}
                    variant="secondary"
                    size="small"
                    icon="plus"
                    aria-label={`В дорожную карту: ${point.code}`}
                  >
                    В дорожную карту
                  </ButtonLink>
                )}
              </li>
            ))}
          </ul>
        )}
      </Surface>
    </Section>
  );
}

function Plans({ page }: { page: SupportPage }) {
  const { plans, late, ahead, today } = page.plans;
  const tasks = [...late, ...ahead].map((row) => ({
    href: links.roadmapRow(row.roadmapId, row.id),
    title: [row.number, row.measure].filter(Boolean).join(' '),
    note: [row.term, row.due && `до ${formatDay(row.due)}`, row.responsible].filter(Boolean).join(' · '),
    status: <RowStateBadge state={row.state} isLate={isLate(row, today)} />,
  }));
  return (
    <Section
      title="Что делается"
      actions={
        <>
          {page.canPlan && (
            <ButtonLink href={links.newRoadmap({ school: page.school.id })} variant="secondary" icon="plus">
              Новая дорожная карта
            </ButtonLink>
          )}
          {page.canList && (
            <ButtonLink href={links.events({ school: page.school.id })} variant="secondary" icon="campaign">
              Мероприятия школы
            </ButtonLink>
          )}
        </>
      }
    >
      {plans.length === 0 ? (
        <EmptyState title="Дорожной карты ещё нет" icon="roadmap">
          {page.canPlan
            ? 'Загрузите план школы из Word или скопируйте муниципальный: «Настройки и копии» на его странице.'
            : 'Она появится здесь, когда её утвердит управление.'}
        </EmptyState>
      ) : (
        <Stack gap="medium">
          <TaskList
            tasks={plans.map((plan) => ({
              href: links.roadmap(plan.id),
              title: plan.title,
              note: `${spanWords(plan)}${plan.progress.total > 0 ? ` · выполнено ${formatShareOf(plan.progress.done, plan.progress.total)}` : ''}`,
              status: <RoadmapStatusBadge status={plan.status} />,
            }))}
          />
          {tasks.length > 0 && (
            <div className="space-y-3">
              <h3 className="text-lg font-semibold">Просрочено и ближайшее</h3>
              <TaskList tasks={tasks} />
            </div>
          )}
        </Stack>
      )}
    </Section>
  );
}

function Trend({ page }: { page: SupportPage }) {
  const years = page.standing.years.toReversed();
  const [first] = years;
  const last = years.at(-1);
  if (!first || !last) return null;
  return (
    <Section title="Что изменилось">
      <LineTrend
        title="Сумма отрицательных критериев"
        sentence={`Чем меньше сумма, тем лучше результаты. Сумма ${first.sum} в ${formatSchoolYear(first.year)} и ${last.sum} в ${formatSchoolYear(last.year)}.`}
        labelTitle="Учебный год"
        valueTitle="Сумма"
        points={years.map(({ year, sum, max, isListed }) => ({
          ...{ label: formatSchoolYear(year), value: sum, max },
          note: isListed ? `в списке (${page.publicLabel})` : '',
        }))}
      />
    </Section>
  );
}
