import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Progress } from '@/components/ui/progress';
import { TaskList } from '@/components/ui/task-list';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { spanOf } from '@/lib/support/surveys/survey';
import type { SurveysPage } from '@/lib/support/surveys/survey-queries';
import { CASE_FORMS, METHOD_WORDS } from '@/lib/support/words';
import { SupportTabs } from './support-tabs';

/** Comprehensive surveys with how far each has come. */
export function SurveysScreen({ page }: { page: SurveysPage }) {
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.support(), title: 'Сопровождение' }]}
        title="Обследования"
        lead="Комплексное обследование планирует исследования сразу для многих школ и показывает, что уже проведено."
        actions={
          page.canChange && (
            <ButtonLink href={links.newSurvey()} icon="plus">
              Новое обследование
            </ButtonLink>
          )
        }
      />
      <SupportTabs now="surveys" canChange={page.canChange} />
      {page.surveys.length === 0 ? (
        <EmptyState
          title="Обследований ещё не было"
          icon="grid"
          actions={page.canChange && <ButtonLink href={links.newSurvey()}>Запланировать обследование</ButtonLink>}
        >
          Выберите школы, способы и сроки – портал составит план: какая школа, каким способом и в какой день.
        </EmptyState>
      ) : (
        <TaskList
          tasks={page.surveys.map((survey) => ({
            href: links.survey(survey.id),
            title: survey.title,
            note: `${formatSchoolYear(survey.year)} · ${spanOf(survey)} · ${count(survey.schools, CASE_FORMS)} · ${survey.methods.map((method) => METHOD_WORDS[method]).join(', ')}`,
            status: (
              <span className="w-48">
                <Progress label="Проведено" value={survey.held} max={survey.held + survey.planned} />
              </span>
            ),
          }))}
        />
      )}
    </>
  );
}
