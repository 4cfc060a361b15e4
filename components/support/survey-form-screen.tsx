import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { STUDY_METHODS } from '@/lib/support/studies/study';
import type { Survey } from '@/lib/support/surveys/survey';
import { createSurvey } from '@/lib/support/surveys/survey-actions';
import type { NewSurveyForm } from '@/lib/support/surveys/survey-queries';
import { methodTitle } from '@/lib/support/words';

/** Title, days and a note: what may be changed later as well. */
export function SurveyWords({ survey }: { survey?: Survey }) {
  return (
    <>
      <TextInput name="title" label="Название" maxLength={200} required defaultValue={survey?.title} />
      <DateInput name="from" label="Первый день" required defaultValue={survey?.starts} />
      <DateInput name="to" label="Последний день" required defaultValue={survey?.ends} />
      <TextArea name="note" label="Для чего" rows={2} maxLength={2000} defaultValue={survey?.note} />
    </>
  );
}

/** A new survey: which schools, by which methods, between which days. */
export function SurveyFormScreen({ page }: { page: NewSurveyForm }) {
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.support(), title: 'Сопровождение' },
          { href: links.surveys(), title: 'Обследования' },
        ]}
        title="Новое обследование"
        lead="Портал заведёт исследование каждым способом в каждой школе и разложит их по рабочим дням. Дни и исполнителей потом можно поправить."
      />
      <Surface>
        <ActionForm action={createSurvey} label="Новое обследование">
          <SurveyWords />
          <Select
            name="year"
            label="Учебный год"
            required
            defaultValue={String(page.year)}
            options={[page.year, page.year + 1].map((year) => ({ value: String(year), label: formatSchoolYear(year) }))}
          />
          <CheckboxGroup
            name="methods[]"
            label="Способы"
            required
            options={STUDY_METHODS.map((method) => ({ value: method, label: methodTitle(method) }))}
          />
          <CheckboxGroup
            name="chosen[]"
            label="Школы"
            required
            columns="name"
            options={page.schools.map(({ id, name, isSupported }) => ({
              value: id,
              label: name.replaceAll('№ ', '№\u00a0'),
              ...(isSupported && { hint: 'сопровождается' }),
            }))}
          />
          <SubmitButton pendingText="Планируем…">Составить план</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
