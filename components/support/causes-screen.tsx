import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { CAUSE_FAMILIES } from '@/lib/support/causes/cause';
import { addCause, editCause } from '@/lib/support/causes/cause-actions';
import type { CausesPage } from '@/lib/support/causes/cause-queries';
import { CASE_FORMS, FAMILY_WORDS } from '@/lib/support/words';
import { SupportTabs } from './support-tabs';

type Line = CausesPage['causes'][number];

/** The municipality’s dictionary of causes: twelve factors, eight problems, the centre’s own. */
export function CausesScreen({ page }: { page: CausesPage }) {
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.support(), title: 'Сопровождение' }]}
        title="Справочник причин"
        lead="Почему у школ бывают низкие результаты. Начальный набор – факторы рискового профиля и проблемы территории; поправьте его под себя."
      />
      <SupportTabs now="causes" canChange />
      <Stack>
        {CAUSE_FAMILIES.map((family) => {
          const lines = page.causes.filter((cause) => cause.family === family);
          return (
            lines.length > 0 && (
              <Section key={family} title={FAMILY_WORDS[family]}>
                <Surface>
                  <ul className="divide-y divide-line">
                    {lines.map((line) => (
                      <CauseLine key={`${line.id}${line.version}`} line={line} />
                    ))}
                  </ul>
                </Surface>
              </Section>
            )
          );
        })}
        <Section title="Новая причина">
          <Surface>
            <ActionForm action={addCause} label="Новая причина" resetOnSuccess>
              <CauseFields />
              <SubmitButton pendingText="Добавляем…">Добавить причину</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      </Stack>
    </>
  );
}

function CauseLine({ line }: { line: Line }) {
  return (
    <li className="py-1">
      <Disclosure
        title={
          <span className="min-w-0">
            {line.name}{' '}
            {line.used > 0 && <span className="font-normal text-ink-soft">({count(line.used, CASE_FORMS)})</span>}{' '}
            {line.isArchived && <Badge icon="lock">в архиве</Badge>}
          </span>
        }
      >
        <ActionForm action={editCause} label={`Причина «${line.name}»`}>
          <input type="hidden" name="causeId" value={line.id} />
          <input type="hidden" name="version" value={line.version} />
          <CauseFields line={line} />
          <Checkbox
            name="archived"
            label="В архиве"
            hint="В новых карточках её не предложат; в прежних она останется."
            defaultChecked={line.isArchived}
          />
          <SubmitButton variant="secondary" pendingText="Сохраняем…">
            Сохранить причину
          </SubmitButton>
        </ActionForm>
      </Disclosure>
    </li>
  );
}

const CauseFields = ({ line }: { line?: Line }) => (
  <>
    <TextInput name="name" label="Название" maxLength={300} required defaultValue={line?.name} />
    <TextArea
      name="signs"
      label="По чему её узнают"
      hint="Показатели и признаки; о детях и семьях – нейтрально."
      rows={2}
      maxLength={1000}
      defaultValue={line?.signs}
    />
  </>
);
