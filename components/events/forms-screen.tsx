import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import type { EventForm } from '@/lib/events/event';
import type { FormsPage } from '@/lib/events/event-queries';
import { addForm, editForm } from '@/lib/events/form-actions';
import { links } from '@/lib/kernel/links';
import { EventTabs } from './event-tabs';

const normWords = ({ normMin, normMax }: EventForm): string =>
  normMin === null ? 'без нормы' : `норма в год: ${normMin === normMax ? normMin : `${normMin}–${normMax}`}`;

/** The municipality's dictionary of forms and how many of each a year should have. */
export function FormsScreen({ page }: { page: FormsPage }) {
  return (
    <>
      <PageHeader
        title="Формы мероприятий"
        lead="Справочник вашего муниципалитета. Норма – сколько мероприятий этой формы проводят за учебный год; план и факт показаны над списком."
        crumbs={[{ href: links.events(), title: 'Мероприятия' }]}
      />
      <EventTabs now="forms" canChange canCount />
      <Stack gap="medium">
        <Surface>
          <ul className="divide-y divide-line">
            {page.forms.map((form) => (
              <li key={form.id} className="py-1">
                <Disclosure
                  title={
                    <span className="min-w-0">
                      {form.name} <span className="font-normal text-ink-soft">({normWords(form)})</span>{' '}
                      {form.isRetired && <Badge icon="lock">не используется</Badge>}
                    </span>
                  }
                >
                  <ActionForm action={editForm} label={`Форма «${form.name}»`}>
                    <input type="hidden" name="formId" value={form.id} />
                    <FormFields form={form} />
                    <Checkbox
                      name="isRetired"
                      label="Больше не используется"
                      hint="В новых мероприятиях её не предложат; прежние останутся как есть."
                      defaultChecked={form.isRetired}
                    />
                    <SubmitButton variant="secondary" pendingText="Сохраняем…">
                      Сохранить форму
                    </SubmitButton>
                  </ActionForm>
                </Disclosure>
              </li>
            ))}
          </ul>
        </Surface>
        <Section title="Новая форма">
          <Surface>
            <ActionForm action={addForm} label="Новая форма" resetOnSuccess>
              <FormFields />
              <SubmitButton pendingText="Добавляем…">Добавить форму</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      </Stack>
    </>
  );
}

function FormFields({ form }: { form?: EventForm }) {
  return (
    <Columns count={3}>
      <TextInput name="formName" label="Название" required maxLength={80} defaultValue={form?.name} />
      <TextInput
        name="normMin"
        label="Норма в год, от"
        inputMode="numeric"
        width="tiny"
        defaultValue={form?.normMin ?? ''}
      />
      <TextInput
        name="normMax"
        label="Норма в год, до"
        inputMode="numeric"
        width="tiny"
        defaultValue={form?.normMax ?? ''}
      />
    </Columns>
  );
}
