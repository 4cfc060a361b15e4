import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { SeenVersion } from '@/components/schools/seen-version';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { formatPeriod } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { ALIAS_SYSTEMS } from '@/lib/schools/codes';
import { addAlias, endAlias } from '@/lib/schools/history-actions';
import type { CodesForm } from '@/lib/schools/queries';
import { ALIAS_WORDS } from '@/lib/schools/words';

/** Codes of a school in outside systems: each can be ended, a new one added. */
export function CodesScreen({ page: { school, aliases } }: { page: CodesForm }) {
  return (
    <>
      <PageHeader
        title="Коды в других системах"
        lead="Если код сменился, укажите последний день прежнего и добавьте новый: по прежнему портал узнает школу в результатах прошлых лет."
        crumbs={[
          { href: links.schools(), title: 'Школы' },
          { href: links.school(school.id), title: school.shortName },
        ]}
      />
      <Stack>
        <Section title="Коды школы">
          {aliases.length === 0 && <p className="text-ink-soft">Кодов пока нет. Добавьте первый.</p>}
          {aliases.map((alias) => (
            <Surface key={alias.id}>
              <p className="mb-3">
                <span className="text-ink-soft">{ALIAS_WORDS[alias.system]}: </span>
                <strong className="tabular-nums">{alias.code}</strong>{' '}
                <span className="text-ink-soft">{formatPeriod(alias.from, alias.to)}</span>
              </p>
              <ActionForm action={endAlias} label={`Последний день: ${ALIAS_WORDS[alias.system]} ${alias.code}`}>
                <SeenVersion school={school} />
                <input type="hidden" name="aliasId" value={alias.id} />
                <DateInput name="to" label="Последний день" defaultValue={alias.to ?? ''} required />
                <SubmitButton variant="secondary" pendingText="Сохраняем…">
                  Сохранить последний день
                </SubmitButton>
              </ActionForm>
            </Surface>
          ))}
        </Section>
        <Section title="Новый код">
          <Surface>
            <ActionForm action={addAlias} label="Новый код" resetOnSuccess>
              <SeenVersion school={school} />
              <Select
                name="system"
                label="Чей код"
                empty="Выберите"
                options={ALIAS_SYSTEMS.map((system) => ({ value: system, label: ALIAS_WORDS[system] }))}
                required
              />
              <TextInput name="code" label="Код" hint="Нули впереди сохраняются." width="half" required />
              <DateInput name="from" label="Действует с" />
              <DateInput name="to" label="Последний день" />
              <SubmitButton pendingText="Добавляем…">Добавить код</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      </Stack>
    </>
  );
}
