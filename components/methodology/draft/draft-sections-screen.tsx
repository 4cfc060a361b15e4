import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { addPart, dropSection, editSection, shiftSection } from '@/lib/methodology/draft/section-actions';
import type { MethodSection } from '@/lib/methodology/method';
import { TABLE_WORDS, ZONE_WORDS } from '@/lib/methodology/words';
import { DraftFrame, Seen } from './draft-frame';
import { ItemFields } from './item-fields';
import { PlaceForms } from './place-forms';

const ZONES = Object.entries(ZONE_WORDS).map(([value, label]) => ({ value, label }));
const TABLES = Object.entries(TABLE_WORDS).map(([value, label]) => ({ value, label }));

/** Sections of a draft in their order: what they are called and where they stand in the card. */
export function DraftSectionsScreen({ page }: { page: DraftPage }) {
  const { sections } = page.method;
  return (
    <DraftFrame
      page={page}
      current="sections"
      title="Разделы"
      lead="В этом порядке разделы стоят в карте. Что в них включено, отмечают на вкладке «Содержание»."
    >
      <Stack>
        <Section title="Разделы методики">
          {sections.map((section) => (
            <Surface key={section.code}>
              <h3 className="text-lg">
                {section.code}. {section.title}
              </h3>
              <Disclosure open title={`Править раздел ${section.code}`}>
                <SectionForm page={page} section={section} />
              </Disclosure>
              <PlaceForms
                page={page}
                what={`раздел ${section.code}`}
                fields={{ section: section.code }}
                shift={sections.length > 1 ? shiftSection : undefined}
              />
              {sections.length > 1 && <Removal page={page} section={section} />}
            </Surface>
          ))}
        </Section>
        <Section title="Добавить раздел">
          <Surface>
            <ActionForm action={addPart} label="Добавить раздел">
              <Seen page={page} />
              <TextInput
                name="section"
                label="Код раздела"
                required
                maxLength={32}
                width="tiny"
                hint="Короткий: «Ж»."
              />
              <TextInput name="title" label="Название раздела" required maxLength={300} />
              <Select name="zone" label="Зона" options={ZONES} required />
              <p className="font-medium">Первый критерий раздела</p>
              <ItemFields code="code" />
              <SubmitButton pendingText="Добавляем…">Добавить раздел</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      </Stack>
    </DraftFrame>
  );
}

function SectionForm({ page, section }: { page: DraftPage; section: MethodSection }) {
  return (
    <ActionForm key={page.seen} action={editSection} label={`Раздел ${section.code}`}>
      <Seen page={page} />
      <input type="hidden" name="section" value={section.code} />
      <TextInput name="title" label="Название раздела" required defaultValue={section.title} maxLength={300} />
      <TextArea name="note" label="Примечание" rows={2} defaultValue={section.note} maxLength={2000} />
      <Select name="table" label="Таблица карты" options={TABLES} required defaultValue={String(section.table)} />
      <Select
        name="zone"
        label="Зона"
        options={ZONES}
        required
        defaultValue={section.zone}
        hint="Баллы объективности показывают отдельно от результатов обучения."
      />
      <Checkbox
        name="switchable"
        label="Муниципалитет может включать и выключать этот раздел"
        defaultChecked={section.switchable}
      />
      <SubmitButton variant="secondary" pendingText="Сохраняем…">
        Сохранить раздел
      </SubmitButton>
    </ActionForm>
  );
}

function Removal({ page, section }: { page: DraftPage; section: MethodSection }) {
  return (
    <Disclosure title={`Убрать раздел ${section.code}`}>
      <ActionForm action={dropSection} label={`Убрать раздел ${section.code}`}>
        <Seen page={page} />
        <input type="hidden" name="section" value={section.code} />
        <p className="max-w-measure">
          Раздел исчезнет из черновика вместе со всеми критериями: {section.criteria.map(({ code }) => code).join(', ')}
          . Чтобы только не спрашивать, снимите его отметку на вкладке «Содержание».
        </p>
        <SubmitButton variant="danger" pendingText="Убираем…">
          Да, убрать раздел {section.code}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
