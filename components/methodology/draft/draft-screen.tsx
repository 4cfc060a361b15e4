import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { ChangeList } from '@/components/methodology/change-list';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { addNumber, dropNumber, editAbout, editNumbers } from '@/lib/methodology/draft/about-actions';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { addItem, editSwitches } from '@/lib/methodology/draft/item-actions';
import type { MethodParam, MethodSection } from '@/lib/methodology/method';
import { discardDraft } from '@/lib/methodology/version-actions';
import { CRITERION_KIND_WORDS, PARAM_UNIT_WORDS } from '@/lib/methodology/words';
import { DraftFrame, Seen } from './draft-frame';
import { ItemFields } from './item-fields';

const UNITS = Object.entries(PARAM_UNIT_WORDS).map(([value, words]) => ({ value, label: words[2] }));

/** A draft of a method, whole: what is on, its numbers, what it is called, and the way to each of its parts. */
export function DraftScreen({ page }: { page: DraftPage }) {
  const { versionId, changes } = page;
  return (
    <DraftFrame
      page={page}
      current="whole"
      lead="Черновик видят только центр и управление. Управление утвердит его приказом, и тогда он станет действующей версией."
    >
      <Stack>
        {page.baseId && (
          <Section title="Что изменено">
            {changes.length === 0 ? (
              <p className="text-ink-soft">Пока ничего: содержание то же, что у версии, с которой сделана копия.</p>
            ) : (
              <>
                <ChangeList changes={changes} />
                <ButtonRow>
                  <ButtonLink variant="secondary" href={links.methodCompare({ from: page.baseId, to: versionId })}>
                    Сравнение для печати
                  </ButtonLink>
                </ButtonRow>
              </>
            )}
          </Section>
        )}
        <Switches page={page} />
        <Addition page={page} />
        <Numbers page={page} />
        <About page={page} />
        <Section title="Удалить черновик">
          <Disclosure title="Удалить черновик со всеми правками">
            <ActionForm action={discardDraft} label="Удалить черновик">
              <Seen page={page} />
              <p>Черновик исчезнет вместе с правками. Вернуть его нельзя.</p>
              <SubmitButton variant="danger" pendingText="Удаляем…">
                Да, удалить черновик
              </SubmitButton>
            </ActionForm>
          </Disclosure>
        </Section>
      </Stack>
    </DraftFrame>
  );
}

function Switches({ page }: { page: DraftPage }) {
  return (
    <Section
      title="Разделы и критерии"
      lead="Снимите отметку, чтобы выключить. Выключенное остаётся в методике на своём месте, но не спрашивается и не даёт баллов."
    >
      <ActionForm key={page.seen} action={editSwitches} label="Что включено">
        <Seen page={page} />
        {page.method.sections.map((section) => (
          <Surface key={section.code}>
            <SwitchRow
              name={`section:${section.code}`}
              on={section.enabled}
              words={`Раздел ${section.code}. ${section.title}`}
            />
            <SectionRows section={section} versionId={page.versionId} />
          </Surface>
        ))}
        <SubmitButton pendingText="Сохраняем…">Сохранить, что включено</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function SectionRows({ section, versionId }: { section: MethodSection; versionId: string }) {
  return (
    <ul className="divide-y divide-line">
      {section.criteria.map((criterion) => (
        <li key={criterion.code}>
          <ItemRow of={criterion} versionId={versionId} />
          {criterion.kind === 'composite' && (
            <ul className="ml-6">
              {criterion.signs.map((sign) => (
                <li key={sign.code}>
                  <ItemRow of={sign} versionId={versionId} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

type ItemRowProps = { of: { code: string; wording: string; enabled: boolean }; versionId: string };

function ItemRow({ of, versionId }: ItemRowProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <div className="min-w-0 flex-1 basis-60">
        <SwitchRow name={`item:${of.code}`} on={of.enabled} words={`${of.code}. ${of.wording}`} />
      </div>
      <SiteLink href={links.methodEditItem(versionId, of.code)} className="link inline-block py-2">
        Править<span className="sr-only"> {of.code}</span>
      </SiteLink>
    </div>
  );
}

function SwitchRow({ name, on, words }: { name: string; on: boolean; words: string }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input type="checkbox" name="on[]" value={name} defaultChecked={on} className="choice" />
      <span className="min-w-0 break-words">{words}</span>
    </label>
  );
}

const KINDS = Object.entries(CRITERION_KIND_WORDS).map(([value, label]) => ({ value, label }));

function Addition({ page }: { page: DraftPage }) {
  const sections = page.method.sections.map((one) => ({ value: one.code, label: `${one.code}. ${one.title}` }));
  return (
    <Section title="Добавить критерий">
      <Surface>
        <ActionForm action={addItem} label="Добавить критерий">
          <Seen page={page} />
          <Select name="section" label="Раздел" options={sections} required />
          <ItemFields code="code" />
          <Select name="kind" label="Что отвечает школа" options={KINDS} required defaultValue="yes_no" />
          <TextInput
            name="sign"
            label="Код первого признака"
            maxLength={32}
            width="tiny"
            hint="Только для критерия из признаков, где балл даёт каждый."
          />
          <SubmitButton pendingText="Добавляем…">Добавить критерий</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}

function Numbers({ page }: { page: DraftPage }) {
  const { params } = page.method;
  return (
    <Section title="Числа методики" lead="Пустое поле – число не задано, и правила его не применяют.">
      {params.length > 0 && (
        <Surface>
          <ActionForm key={page.seen} action={editNumbers} label="Числа методики">
            <Seen page={page} />
            {params.map((param) => (
              <NumberRow key={param.code} param={param} />
            ))}
            <SubmitButton pendingText="Сохраняем…">Сохранить числа</SubmitButton>
          </ActionForm>
        </Surface>
      )}
      <Surface>
        <Disclosure open title="Добавить число">
          <ActionForm key={page.seen} action={addNumber} label="Добавить число">
            <Seen page={page} />
            <TextInput
              name="number"
              label="Имя в условиях"
              required
              maxLength={32}
              width="half"
              hint="Латинскими буквами и цифрами, например twosPercent: в правилах params.twosPercent."
            />
            <TextInput name="title" label="Название" required maxLength={300} />
            <Select name="unit" label="Единица" options={UNITS} required />
            <TextInput name="value" label="Значение" inputMode="numeric" width="tiny" maxLength={7} />
            <SubmitButton variant="secondary" pendingText="Добавляем…">
              Добавить число
            </SubmitButton>
          </ActionForm>
        </Disclosure>
        {params.length > 0 && (
          <Disclosure title="Убрать число">
            <ActionForm key={page.seen} action={dropNumber} label="Убрать число">
              <Seen page={page} />
              <Select
                name="number"
                label="Какое"
                options={params.map(({ code, title }) => ({ value: code, label: title }))}
                required
                hint="Число, которое называет правило или показатель, убрать нельзя."
              />
              <SubmitButton variant="danger" pendingText="Убираем…">
                Убрать число
              </SubmitButton>
            </ActionForm>
          </Disclosure>
        )}
      </Surface>
    </Section>
  );
}

function NumberRow({ param }: { param: MethodParam }) {
  return (
    <div className="space-y-1.5">
      <input type="hidden" name="codes[]" value={param.code} />
      <label htmlFor={`param-${param.code}`} className="block font-medium">
        {param.title}
      </label>
      <span className="flex items-center gap-2">
        <input
          id={`param-${param.code}`}
          name="values[]"
          inputMode="numeric"
          defaultValue={param.value ?? ''}
          maxLength={7}
          className="control max-w-28"
        />
        <span className="text-ink-soft">{PARAM_UNIT_WORDS[param.unit][2]}</span>
        <code className="text-sm text-ink-soft">{param.code}</code>
      </span>
    </div>
  );
}

function About({ page }: { page: DraftPage }) {
  const { method } = page;
  return (
    <Section title="О методике">
      <Surface>
        <ActionForm key={page.seen} action={editAbout} label="О методике">
          <Seen page={page} />
          <TextInput name="title" label="Название" required defaultValue={method.title} maxLength={300} />
          <TextArea
            name="provenance"
            label="Происхождение"
            required
            rows={3}
            defaultValue={method.provenance}
            maxLength={2000}
          />
          <TextInput name="issuer" label="Кто утверждает" defaultValue={method.order.issuer} maxLength={300} />
          <TextInput
            name="publicLabel"
            label="Как называют школу утверждённого списка"
            required
            defaultValue={method.publicLabel}
            maxLength={200}
          />
          <TextInput
            name="borderlineWords"
            label="Слова о выводе, который могут изменить недостающие данные"
            required
            defaultValue={method.borderlineWords}
            maxLength={300}
          />
          <SubmitButton pendingText="Сохраняем…">Сохранить сведения</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}
