import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import {
  addDeficit,
  editDeficit,
  nameDeficitPerson,
  removeDeficit,
  withdrawConsent,
} from '@/lib/development/deficit-actions';
import type { DeficitPage, NewDeficitForm } from '@/lib/development/deficit-queries';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { countWords } from '@/lib/kernel/small-count';
import { SchoolAndYear } from './school-and-year';

const CRUMBS = [{ href: links.deficits(), title: 'Профессиональные дефициты' }];

type Words = readonly { readonly id: string; readonly name: string; readonly isRetired: boolean }[];

function DeficitFields({ words, of, today }: { words: Words; of?: DeficitPage['deficit']; today: string }) {
  const offered = words.filter(({ id, isRetired }) => !isRetired || id === of?.wordId);
  return (
    <>
      <TextInput name="subject" label="Предмет" required width="half" maxLength={100} defaultValue={of?.subject} />
      <Select
        name="wordId"
        label="Дефицит"
        required
        empty="Выберите дефицит"
        defaultValue={of?.wordId}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Columns count={2}>
        <TextInput
          name="teachers"
          label="Педагогов с этим дефицитом"
          required
          inputMode="numeric"
          width="tiny"
          defaultValue={of && of.teachers !== 'small' ? String(of.teachers) : undefined}
        />
        <TextInput
          name="ofTeachers"
          label="Сколько педагогов обследовано"
          required
          inputMode="numeric"
          width="tiny"
          defaultValue={of ? String(of.ofTeachers) : undefined}
        />
      </Columns>
      <TextInput
        name="source"
        label="Откуда это известно"
        required
        maxLength={300}
        hint="Диагностика института, опрос, посещение уроков"
        defaultValue={of?.source}
      />
      <DateInput name="foundOn" label="Дата" required max={today} defaultValue={of?.foundOn ?? today} />
    </>
  );
}

export function NewDeficitScreen({ form }: { form: NewDeficitForm }) {
  return (
    <Stack gap="medium">
      <PageHeader
        crumbs={CRUMBS}
        title="Новый дефицит"
        lead="Запись – это число педагогов, а не список. Имена добавляют потом и только с согласия."
      />
      {form.words.length === 0 ? (
        <EmptyState
          title="Справочник дефицитов пуст"
          actions={form.canChange && <ButtonLink href={links.developmentWords()}>Открыть справочники</ButtonLink>}
        >
          {form.canChange ? 'Добавьте в справочник хотя бы один дефицит.' : 'Его заполняет центр. Напишите методисту.'}
        </EmptyState>
      ) : (
        <Surface>
          <ActionForm action={addDeficit} label="Новый дефицит">
            <SchoolAndYear schools={form.schools} years={form.years} year={form.year} />
            <DeficitFields words={form.words} today={form.today} />
            <SubmitButton pendingText="Записываем…">Записать</SubmitButton>
          </ActionForm>
        </Surface>
      )}
    </Stack>
  );
}

/** One count; for its school and the centre also the people named by consent. */
export function DeficitScreen({ page }: { page: DeficitPage }) {
  const { deficit, canReport } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={CRUMBS}
        overline={`${deficit.schoolName}, ${formatSchoolYear(deficit.year)}`}
        title={`${deficit.subject}: ${deficit.word}`}
      />
      <Surface>
        <DescriptionList
          items={[
            { term: 'Педагогов', value: `${countWords(deficit.teachers)} из ${deficit.ofTeachers} обследованных` },
            { term: 'Откуда известно', value: deficit.source },
            { term: 'Дата', value: formatDay(deficit.foundOn) },
          ]}
        />
      </Surface>
      {canReport && <People page={page} />}
      {canReport && (
        <Section title="Исправить">
          <Surface>
            <ActionForm key={deficit.version} action={editDeficit} label="Исправить запись">
              <input type="hidden" name="deficitId" value={deficit.id} />
              <input type="hidden" name="version" value={deficit.version} />
              <DeficitFields words={page.words} of={deficit} today={page.today} />
              <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
            </ActionForm>
          </Surface>
          {page.people.length === 0 && (
            <ActionForm action={removeDeficit} label="Удалить запись">
              <input type="hidden" name="deficitId" value={deficit.id} />
              <input type="hidden" name="version" value={deficit.version} />
              <SubmitButton variant="quiet">Удалить запись</SubmitButton>
            </ActionForm>
          )}
        </Section>
      )}
    </Stack>
  );
}

function People({ page }: { page: DeficitPage }) {
  const { deficit, people } = page;
  const named = people.filter(({ name }) => name !== null).length;
  const room = deficit.teachers === 'small' || people.length < deficit.teachers;
  return (
    <Section
      title="Педагоги, которые дали согласие"
      lead="Имена видят только эта школа и центр. Их нет в выгрузках и в журнале. Когда согласие отозвано, имя стирается навсегда и остаётся только счёт."
    >
      {people.length > 0 && (
        <Surface>
          <ul className="divide-y divide-line">
            {people.map((person) => (
              <li key={person.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div className="min-w-0">
                  <p className="break-words font-medium">{person.name ?? 'Имя стёрто: согласие отозвано'}</p>
                  <p className="text-sm text-ink-soft">
                    {person.position}, согласие от {formatDay(person.consentOn)}, записал(а) {person.recordedBy}
                  </p>
                </div>
                {person.name !== null && (
                  <ActionForm action={withdrawConsent} label={`Отозвать согласие: ${person.position}`}>
                    <input type="hidden" name="personId" value={person.id} />
                    <SubmitButton variant="secondary" size="small">
                      Согласие отозвано
                    </SubmitButton>
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
          {named < people.length && <p className="pt-3 text-sm text-ink-soft">Стёрто имён: {people.length - named}</p>}
        </Surface>
      )}
      {room ? (
        <Surface>
          <ActionForm action={nameDeficitPerson} label="Записать педагога с согласия" resetOnSuccess>
            <input type="hidden" name="deficitId" value={deficit.id} />
            <TextInput name="personName" label="Фамилия, имя, отчество" required maxLength={150} autoComplete="off" />
            <TextInput name="position" label="Должность" required maxLength={150} width="half" />
            <DateInput name="consentOn" label="Дата согласия" required max={page.today} />
            <Checkbox
              name="hasConsent"
              label="Письменное согласие педагога есть и хранится в школе"
              hint="Без него имя записывать нельзя (152-ФЗ)"
            />
            <SubmitButton variant="secondary" pendingText="Записываем…">
              Записать
            </SubmitButton>
          </ActionForm>
        </Surface>
      ) : (
        <Notice>Записаны все {people.length} чел. этой записи.</Notice>
      )}
    </Section>
  );
}
