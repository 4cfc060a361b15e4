import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { ASK_DEFAULT, MODELS } from '@/lib/partnerships/partnership';
import { arrangePartnership } from '@/lib/partnerships/partnership-actions';
import type { NewPartnershipForm } from '@/lib/partnerships/partnership-queries';
import { MODEL_WORDS, ORGANISATION_WORDS } from '@/lib/partnerships/words';

/** A partnership that the centre arranges by itself: with a school or with an organisation of the directory. */
export function NewPartnershipScreen({ page }: { page: NewPartnershipForm }) {
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.partnerships(), title: 'Партнёры' }]}
        title="Предложить партнёрство"
        lead="Школы ничего не увидят, пока вы не попросите партнёра."
      />
      <Surface>
        <ActionForm action={arrangePartnership} label="Новое партнёрство">
          <Select
            name="schoolId"
            label="Кому помогаем"
            required
            empty="Выберите школу"
            defaultValue={page.school ?? ''}
            options={page.schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Columns count={2}>
            <Select
              name="partnerSchoolId"
              label="Партнёр – школа"
              width="full"
              empty="Не школа"
              options={page.schools.map(({ id, name, free }) => ({
                value: id,
                label: free > 0 ? name : `${name} (мест больше нет)`,
              }))}
            />
            <Select
              name="organisationId"
              label="Или организация"
              width="full"
              hint={page.organisations.length === 0 ? 'Справочник организаций пока пуст' : undefined}
              empty="Не организация"
              options={page.organisations.map(({ id, name, kind }) => ({
                value: id,
                label: `${name} (${ORGANISATION_WORDS[kind]})`,
              }))}
            />
          </Columns>
          <Select
            name="model"
            label="Модель"
            required
            options={MODELS.map((value) => ({ value, label: MODEL_WORDS[value] }))}
          />
          <TextInput name="theme" label="Тема" hint="Для сетевого взаимодействия по теме" maxLength={200} />
          <TextArea
            name="ask"
            label="Какая помощь нужна"
            hint="Эти слова прочтёт партнёр. О баллах и карте школы не пишите."
            required
            rows={3}
            maxLength={2000}
            defaultValue={ASK_DEFAULT}
          />
          <Select
            name="year"
            label="Учебный год"
            required
            width="half"
            defaultValue={String(page.year)}
            options={[page.year, page.year + 1].map((year) => ({ value: String(year), label: formatSchoolYear(year) }))}
          />
          <SubmitButton pendingText="Сохраняем…">Предложить</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
