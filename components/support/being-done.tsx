import { StateBadge } from '@/components/recommendations/state-badge';
import { RoadmapStatusBadge, RowStateBadge } from '@/components/roadmaps/state-badge';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Stack } from '@/components/ui/surface';
import { type Task, TaskList } from '@/components/ui/task-list';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { groundCodes, isLate as isAdviceLate } from '@/lib/recommendations/recommendation';
import { isLate as isRowLate } from '@/lib/roadmaps/plan';
import { spanWords } from '@/lib/roadmaps/roadmap';
import { isLate } from '@/lib/support/studies/study';
import type { SupportPage } from '@/lib/support/support-queries';
import { methodTitle } from '@/lib/support/words';
import { StudyBadge } from './case-badges';

const SHOWN = 8;

const adviceTasks = (page: SupportPage, rows: SupportPage['advice']['open']): readonly Task[] =>
  rows.map((one) => ({
    href: links.recommendation(one.id),
    title: one.measure,
    note: ['Рекомендация', groundCodes(one) && `для ${groundCodes(one)}`, one.due && `до ${formatDay(one.due)}`]
      .filter(Boolean)
      .join(' · '),
    status: <StateBadge state={one.state} isLate={isAdviceLate(one, page.plans.today)} />,
  }));

const rowTasks = (page: SupportPage, rows: SupportPage['plans']['late']): readonly Task[] =>
  rows.map((row) => ({
    href: links.roadmapRow(row.roadmapId, row.id),
    title: [row.number, row.measure].filter(Boolean).join(' '),
    note: ['Строка плана', row.term, row.due && `до ${formatDay(row.due)}`, row.responsible]
      .filter(Boolean)
      .join(' · '),
    status: <RowStateBadge state={row.state} isLate={isRowLate(row, page.plans.today)} />,
  }));

const agreementTasks = (page: SupportPage, late: boolean): readonly Task[] =>
  page.agreements
    .filter((one) => isLate(one, page.plans.today) === late)
    .map((one) => ({
      href: links.study(one.studyId),
      title: one.text,
      note: `Договорённость · до ${formatDay(one.due)}`,
      status: late ? (
        <Badge tone="danger" icon="warning">
          срок прошёл
        </Badge>
      ) : (
        <Badge icon="clock">ждём</Badge>
      ),
    }));

/** Everything of the school whose day is over, whatever it comes from. */
export const lateTasks = (page: SupportPage): readonly Task[] => [
  ...adviceTasks(page, page.advice.late),
  ...rowTasks(page, page.plans.late),
  ...agreementTasks(page, true),
];

export function Late({ tasks }: { tasks: readonly Task[] }) {
  if (tasks.length === 0) return null;
  return (
    <Section title="Что просрочено">
      <TaskList tasks={tasks} />
    </Section>
  );
}

/** What is under way: recommendations, the plan with its nearest rows, agreed actions, studies. */
export function BeingDone({ page }: { page: SupportPage }) {
  const { plans, advice, school, year } = page;
  const near = [
    ...adviceTasks(page, advice.open),
    ...rowTasks(page, plans.ahead),
    ...agreementTasks(page, false),
  ].slice(0, SHOWN * 2);
  return (
    <Section
      title="Что делается"
      actions={
        <>
          {page.canAdvise && (
            <ButtonLink
              href={links.schoolRecommendations(school.id, { year: String(year) })}
              variant="secondary"
              icon="advice"
            >
              Рекомендации
            </ButtonLink>
          )}
          {page.canPlan && (
            <ButtonLink href={links.newRoadmap({ school: school.id })} variant="secondary" icon="plus">
              Новая дорожная карта
            </ButtonLink>
          )}
          {page.canList && (
            <ButtonLink href={links.events({ school: school.id })} variant="secondary" icon="campaign">
              Мероприятия школы
            </ButtonLink>
          )}
        </>
      }
    >
      <Stack gap="medium">
        {plans.plans.length === 0 ? (
          <EmptyState title="Дорожной карты ещё нет" icon="roadmap">
            {page.canPlan
              ? 'Загрузите план школы из Word или скопируйте муниципальный: «Настройки и копии» на его странице.'
              : 'Она появится здесь, когда её утвердит управление.'}
          </EmptyState>
        ) : (
          <TaskList
            tasks={plans.plans.map((plan) => ({
              href: links.roadmap(plan.id),
              title: plan.title,
              note: `${spanWords(plan)}${plan.progress.total > 0 ? ` · выполнено ${formatShareOf(plan.progress.done, plan.progress.total)}` : ''}`,
              status: <RoadmapStatusBadge status={plan.status} />,
            }))}
          />
        )}
        {near.length > 0 && (
          <div className="space-y-3">
            <h3 className="text-lg font-semibold">Ближайшее</h3>
            <TaskList tasks={near} />
          </div>
        )}
      </Stack>
    </Section>
  );
}

/** How causes were looked for. */
export function Studies({ page }: { page: SupportPage }) {
  const { studies, school, year, canWork } = page;
  if (studies.length === 0 && !canWork) return null;
  return (
    <Section
      title="Как искали причины"
      lead="Проверки документов, собеседования, рабочая тетрадь, выезды, обследования и анкеты."
      actions={
        canWork && (
          <ButtonLink href={links.newStudy({ school: school.id, year: String(year) })} variant="secondary" icon="plus">
            Новое исследование
          </ButtonLink>
        )
      }
    >
      {studies.length === 0 ? (
        <p className="text-ink-soft">Исследований в этом учебном году ещё не было.</p>
      ) : (
        <TaskList
          tasks={studies.map((study) => ({
            href: links.study(study.id),
            title: [methodTitle(study.method), study.object].filter(Boolean).join(': '),
            note: [formatDay(study.day), study.heldBy, study.surveyTitle].filter(Boolean).join(' · '),
            status: <StudyBadge study={study} today={page.plans.today} />,
          }))}
        />
      )}
    </Section>
  );
}
