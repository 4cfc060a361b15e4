import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Stack, Surface } from '@/components/ui/surface';
import { addCourse } from '@/lib/development/course-actions';
import type { NewCourseForm } from '@/lib/development/course-queries';
import { COURSE_FORMS } from '@/lib/development/course-request';
import { COURSE_FORM_WORDS, PEOPLE_FORMS } from '@/lib/development/words';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';

/** A course; the requests that are ticked get their seats at once. */
export function NewCourseScreen({ form }: { form: NewCourseForm }) {
  const { found, requests } = form;
  return (
    <Stack gap="medium">
      <PageHeader
        crumbs={[
          { href: links.courses(), title: 'Курсы' },
          ...(found ? [{ href: links.coursePackage(found.id), title: found.title }] : []),
        ]}
        title="Новый курс"
        lead="Заявки, которые вы отметите, получат места. Число мест потом можно поправить."
      />
      <Surface>
        <ActionForm action={addCourse} label="Новый курс">
          <input type="hidden" name="year" value={form.year} />
          <input type="hidden" name="inPackage" value={found?.id ?? ''} />
          <TextInput name="title" label="Название" required maxLength={300} defaultValue={requests[0]?.theme} />
          <TextInput
            name="organisation"
            label="Кто проводит"
            required
            maxLength={300}
            defaultValue={found?.institute}
          />
          <Columns count={2}>
            <TextInput name="hours" label="Часов" required inputMode="numeric" width="tiny" defaultValue="36" />
            <Select
              name="form"
              label="Форма"
              required
              defaultValue={requests[0]?.form ?? 'MIXED'}
              options={COURSE_FORMS.map((value) => ({ value, label: COURSE_FORM_WORDS[value] }))}
            />
            <DateInput name="startsOn" label="Первый день" required />
            <DateInput name="endsOn" label="Последний день" required />
          </Columns>
          <TextInput name="place" label="Где" maxLength={300} />
          {requests.length > 0 && (
            <CheckboxGroup
              name="requests[]"
              label="Заявки, на которые отвечает курс"
              defaultValue={found ? requests.map(({ id }) => id) : []}
              options={requests.map(({ id, theme, schoolName, people }) => ({
                value: id,
                label: theme,
                hint: `${schoolName}, ${count(people, PEOPLE_FORMS)}`,
              }))}
            />
          )}
          <SubmitButton pendingText="Создаём…">Создать курс</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
