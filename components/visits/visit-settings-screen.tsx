import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { addRubric, addTerm, editRubric, editTerm } from '@/lib/visits/dictionary-actions';
import type { Rubric, Term } from '@/lib/visits/visit';
import type { VisitSettings } from '@/lib/visits/visit-queries';
import { VisitTabs } from './visit-tabs';

/** The dictionaries of the centre: kinds of visits, themes of consultations, checklists. */
export function VisitSettingsScreen({ page }: { page: VisitSettings }) {
  return (
    <>
      <PageHeader
        title="Справочники и чек-листы"
        lead="Виды визитов, темы консультаций и чек-листы вашего центра. Прежние записи сохраняют свои слова."
      />
      <VisitTabs now="settings" canReport canSet />
      <Stack>
        <Terms title="Виды визитов" sort="VISIT" terms={page.kinds} />
        <Terms title="Темы консультаций" sort="CONSULTATION" terms={page.themes} />
        <Section title="Чек-листы" lead="Визит копирует строки чек-листа; их правка не меняет записанных визитов.">
          <Surface>
            <ul className="divide-y divide-line">
              {page.rubrics.map((rubric) => (
                <li key={rubric.id} className="py-1">
                  <Disclosure title={<Name of={rubric} />}>
                    <ActionForm action={editRubric} label={`Чек-лист «${rubric.name}»`}>
                      <input type="hidden" name="rubricId" value={rubric.id} />
                      <RubricInputs rubric={rubric} />
                      <Checkbox name="isRetired" label="Больше не используется" defaultChecked={rubric.isRetired} />
                      <SubmitButton variant="secondary">Сохранить чек-лист</SubmitButton>
                    </ActionForm>
                  </Disclosure>
                </li>
              ))}
            </ul>
          </Surface>
          <Disclosure title="Новый чек-лист">
            <Surface>
              <ActionForm action={addRubric} label="Новый чек-лист" resetOnSuccess>
                <RubricInputs />
                <SubmitButton pendingText="Добавляем…">Добавить чек-лист</SubmitButton>
              </ActionForm>
            </Surface>
          </Disclosure>
        </Section>
      </Stack>
    </>
  );
}

const Name = ({ of }: { of: Pick<Term, 'name' | 'isRetired'> }) => (
  <span className="min-w-0">
    {of.name} {of.isRetired && <Badge icon="lock">не используется</Badge>}
  </span>
);

function Terms({ title, sort, terms }: { title: string; sort: 'VISIT' | 'CONSULTATION'; terms: readonly Term[] }) {
  return (
    <Section title={title}>
      <Surface>
        <ul className="divide-y divide-line">
          {terms.map((term) => (
            <li key={term.id} className="py-1">
              <Disclosure title={<Name of={term} />}>
                <ActionForm action={editTerm} label={`«${term.name}»`}>
                  <input type="hidden" name="termId" value={term.id} />
                  <TextInput name="termName" label="Название" required maxLength={200} defaultValue={term.name} />
                  <Checkbox name="isRetired" label="Больше не используется" defaultChecked={term.isRetired} />
                  <SubmitButton variant="secondary">Сохранить</SubmitButton>
                </ActionForm>
              </Disclosure>
            </li>
          ))}
        </ul>
      </Surface>
      <Disclosure title="Добавить">
        <Surface>
          <ActionForm action={addTerm} label={`${title}: новая строка`} resetOnSuccess>
            <input type="hidden" name="sort" value={sort} />
            <TextInput name="termName" label="Название" required maxLength={200} />
            <SubmitButton pendingText="Добавляем…">Добавить</SubmitButton>
          </ActionForm>
        </Surface>
      </Disclosure>
    </Section>
  );
}

function RubricInputs({ rubric }: { rubric?: Rubric }) {
  return (
    <>
      <TextInput name="rubricName" label="Название чек-листа" required maxLength={200} defaultValue={rubric?.name} />
      <TextArea
        name="rubricLines"
        label="Строки"
        hint="Каждая с новой строки"
        required
        rows={8}
        maxLength={8000}
        defaultValue={rubric?.lines.join('\n')}
      />
    </>
  );
}
