import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup, RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { createProgrammes } from '@/lib/programmes/programme-actions';
import type { NewProgrammeForm } from '@/lib/programmes/programme-queries';
import { TEMPLATES } from '@/lib/programmes/templates/templates';

/** New programmes from a template: one of the municipality, or drafts for many schools at once. */
export function NewProgrammeScreen({ page }: { page: NewProgrammeForm }) {
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.programmes(), title: 'Программы' }]}
        title="Создать из образца"
        lead="Получится черновик с готовыми разделами: паспорт, задачи, показатели, этапы, риски. Всё в нём можно изменить."
      />
      <Surface>
        <ActionForm action={createProgrammes} label="Новая программа">
          <RadioGroup
            name="template"
            label="Образец"
            required
            options={[
              { value: 'MUNICIPAL', label: `Муниципальная: ${TEMPLATES.MUNICIPAL.title}`, hint: 'Одна, на год.' },
              { value: 'QUALITY', label: TEMPLATES.QUALITY.title, hint: 'Для школ, четыре задачи, на два года.' },
              {
                value: 'EFFECTIVE_MODE',
                label: TEMPLATES.EFFECTIVE_MODE.title,
                hint: 'Для школ, четыре направления, на два года.',
              },
            ]}
          />
          <TextInput
            name="firstYear"
            label="Первый год"
            inputMode="numeric"
            required
            maxLength={4}
            width="tiny"
            defaultValue={String(page.year)}
          />
          <CheckboxGroup
            name="schoolIds[]"
            label="Школы"
            hint="Для школьных программ. У кого такая программа с этого года уже есть, останется при своей."
            columns="name"
            options={page.schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton pendingText="Создаём…">Создать черновики</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
