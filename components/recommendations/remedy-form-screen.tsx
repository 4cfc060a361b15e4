import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { addRemedy, editRemedy } from '@/lib/recommendations/catalogue-actions';
import { EVIDENCE_LEVELS, type Remedy } from '@/lib/recommendations/remedy';
import { EVIDENCE_WORDS } from '@/lib/recommendations/words';
import { AdviceFields } from './advice-fields';
import { CATALOGUE_CRUMBS } from './remedy-screen';

function RemedyFields({ remedy, item = '' }: { remedy?: Remedy; item?: string }) {
  return (
    <>
      <TextInput
        name="item"
        label="Критерий"
        width="tiny"
        maxLength={32}
        defaultValue={remedy?.item ?? item}
        hint="Код критерия, признака или целого раздела: «А1», «Г05», «Д». Пусто – для любого критерия."
      />
      <AdviceFields of={remedy} />
      <Select
        name="evidence"
        label="Уровень доказательности"
        required
        defaultValue={remedy?.evidence ?? 'UNSTATED'}
        options={EVIDENCE_LEVELS.map((value) => ({ value, label: EVIDENCE_WORDS[value] }))}
      />
      <TextInput
        name="provenance"
        label="Откуда мера"
        maxLength={4000}
        defaultValue={remedy?.provenance}
        hint="Документ, методичка или опыт, на который она опирается."
      />
    </>
  );
}

/** A new measure, perhaps for a criterion that had none. */
export function NewRemedyScreen({ item }: { item: string }) {
  return (
    <Stack>
      <PageHeader crumbs={CATALOGUE_CRUMBS} title="Новая мера каталога" />
      <Surface>
        <ActionForm action={addRemedy} label="Новая мера">
          <RemedyFields item={item} />
          <SubmitButton pendingText="Добавляем…">Добавить в каталог</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

/** Saving adds a version. */
export function EditRemedyScreen({ remedy }: { remedy: Remedy }) {
  return (
    <Stack>
      <PageHeader
        crumbs={[...CATALOGUE_CRUMBS, { href: links.remedy(remedy.id), title: 'Мера' }]}
        title="Правка меры"
        lead={`Сейчас действует версия ${remedy.version}. Сохранение добавит следующую, прежняя останется в истории.`}
      />
      <Surface>
        <ActionForm key={remedy.version} action={editRemedy} label="Правка меры">
          <input type="hidden" name="remedyId" value={remedy.id} />
          <input type="hidden" name="version" value={remedy.version} />
          <RemedyFields remedy={remedy} />
          <SubmitButton pendingText="Сохраняем…">Сохранить новую версию</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
