import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { STUDY_METHODS } from '@/lib/support/studies/study';
import { editStudy, writeStudy } from '@/lib/support/studies/study-actions';
import type { NewStudyForm, StudyForm } from '@/lib/support/studies/study-queries';
import { methodTitle } from '@/lib/support/words';
import { StudyFields } from './study-fields';

/** A study to plan, or one that was held to record. */
export function NewStudyScreen({ page }: { page: NewStudyForm }) {
  const { school, year } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.studies(), title: 'Исследования' },
          ...(school
            ? [{ href: links.schoolSupport(school.id, { year: String(year) }), title: school.shortName }]
            : []),
        ]}
        title="Новое исследование"
        lead={`${school ? `${school.shortName}, ` : ''}${formatSchoolYear(year)}. Запланируйте его или сразу запишите, что выяснили.`}
      />
      <Surface>
        <ActionForm action={writeStudy} label="Новое исследование">
          <input type="hidden" name="year" value={year} />
          {school ? (
            <input type="hidden" name="schoolId" value={school.id} />
          ) : (
            <Select
              name="schoolId"
              label="Школа"
              required
              empty="Выберите школу"
              options={page.schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <RadioGroup
            name="studyMethod"
            label="Способ"
            required
            options={STUDY_METHODS.map((method) => ({ value: method, label: methodTitle(method) }))}
          />
          <StudyFields causes={page.causes} />
          <SubmitButton pendingText="Сохраняем…">Сохранить исследование</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

export function EditStudyScreen({ page }: { page: StudyForm }) {
  const { study, causes, supported } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.studies(), title: 'Исследования' },
          { href: links.study(study.id), title: methodTitle(study.method) },
        ]}
        overline={`${study.schoolName}, ${formatSchoolYear(study.year)}`}
        title={study.state === 'HELD' ? 'Изменить исследование' : 'Итог исследования'}
        lead={methodTitle(study.method)}
      />
      <Surface>
        <ActionForm key={study.version} action={editStudy} label="Исследование">
          <input type="hidden" name="studyId" value={study.id} />
          <input type="hidden" name="version" value={study.version} />
          <StudyFields method={study.method} study={study} causes={causes} supported={supported} />
          <SubmitButton pendingText="Сохраняем…">Сохранить исследование</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
