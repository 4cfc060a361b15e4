import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns, Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { isOverdue, type StudyMethod } from '@/lib/support/studies/study';
import { type MatrixRow, spanOf } from '@/lib/support/surveys/survey';
import { editSurvey, widenSurvey } from '@/lib/support/surveys/survey-actions';
import type { SurveyPage } from '@/lib/support/surveys/survey-queries';
import { METHOD_WORDS, methodTitle } from '@/lib/support/words';
import { StudyBadge } from './case-badges';
import { SurveyWords } from './survey-form-screen';

/** A survey as school × method; every cell opens its study. */
export function SurveyScreen({ page }: { page: SurveyPage }) {
  const { survey, rows, studies, today, canChange } = page;
  const held = studies.filter(({ state }) => state === 'HELD').length;
  const late = studies.filter((study) => isOverdue(study, today)).length;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.support(), title: 'Сопровождение' },
          { href: links.surveys(), title: 'Обследования' },
        ]}
        overline={`${formatSchoolYear(survey.year)}, ${spanOf(survey)}`}
        title={survey.title}
        lead={survey.note}
        actions={rows.length > 0 && <DownloadLink href={links.surveyExport(survey.id)} what="обследование" />}
      />
      <Columns count={3}>
        <Stat label="Школ" value={rows.length} />
        <Stat
          label="Проведено"
          value={held}
          note={`из ${studies.filter(({ state }) => state !== 'CANCELLED').length}`}
          href={links.studies({ survey: survey.id, state: 'HELD' })}
        />
        <Stat label="День прошёл" value={late} href={links.studies({ survey: survey.id, state: 'overdue' })} />
      </Columns>
      <DataTable
        caption="Школы и способы"
        rows={rows}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          {
            key: 'school',
            title: 'Школа',
            main: true,
            cell: ({ schoolId, schoolName }) => (
              <SiteLink className="link" href={links.schoolSupport(schoolId, { year: String(survey.year) })}>
                {schoolName.replaceAll('№ ', '№\u00a0')}
              </SiteLink>
            ),
          },
          ...survey.methods.map((method) => ({
            key: method,
            title: methodTitle(method),
            cell: (row: MatrixRow) => <Cell row={row} method={method} today={today} />,
          })),
        ]}
      />
      {canChange && (
        <Surface>
          {page.more.length > 0 && (
            <Disclosure title="Добавить школы">
              <ActionForm key={rows.length} action={widenSurvey} label="Добавить школы">
                <input type="hidden" name="surveyId" value={survey.id} />
                <CheckboxGroup
                  name="chosen[]"
                  label="Школы"
                  required
                  columns="name"
                  options={page.more.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <SubmitButton variant="secondary">Добавить в план</SubmitButton>
              </ActionForm>
            </Disclosure>
          )}
          <Disclosure title="Название и сроки">
            <ActionForm key={survey.version} action={editSurvey} label="Название и сроки">
              <input type="hidden" name="surveyId" value={survey.id} />
              <input type="hidden" name="version" value={survey.version} />
              <SurveyWords survey={survey} />
              <p className="text-sm text-ink-soft">Дни уже намеченных исследований не изменятся.</p>
              <SubmitButton variant="secondary">Сохранить</SubmitButton>
            </ActionForm>
          </Disclosure>
        </Surface>
      )}
    </Stack>
  );
}

function Cell({ row, method, today }: { row: MatrixRow; method: StudyMethod; today: string }) {
  const cell = row.cells[method];
  if (!cell) return <span className="text-ink-soft">нет</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <SiteLink
        className="link tabular-nums"
        href={links.study(cell.id)}
        aria-label={`${row.schoolName}, ${METHOD_WORDS[method]}, ${formatDay(cell.day)}`}
      >
        {formatDay(cell.day)}
      </SiteLink>
      <StudyBadge study={cell} today={today} />
    </span>
  );
}
