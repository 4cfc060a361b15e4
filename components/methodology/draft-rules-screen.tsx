import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { ButtonRow } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import type { DraftPage } from '@/lib/methodology/draft-queries';
import { dropRule, saveRule, saveVerdict, shiftRule } from '@/lib/methodology/edit-actions';
import type { MethodRule, MethodVerdict } from '@/lib/methodology/method';
import { ruleWords } from '@/lib/methodology/method-words';
import { Seen } from './draft-screen';

const LEVELS = [
  { value: '0', label: '0 – вне риска' },
  { value: '1', label: '1' },
  { value: '2', label: '2' },
  { value: '3', label: '3 – наибольший риск' },
];

/** How a draft comes to its verdict: rules in their order, then the verdicts they give. */
export function DraftRulesScreen({ page }: { page: DraftPage }) {
  const { method, versionId } = page;
  const names = [
    'sum, max, extra, missing, applicable, low, objectivity, kind, federalMinimum',
    ...method.sections.map((section) => `points.${section.code}`),
    ...method.params.map((param) => `params.${param.code}`),
  ].join(', ');
  return (
    <>
      <PageHeader
        title="Правила и выводы"
        crumbs={[
          { href: links.method(), title: 'Методика' },
          { href: links.methodEdit(versionId), title: `Черновик, версия ${method.number}` },
        ]}
        lead="Правила проверяют по порядку; решает первое, которое выполнено. Последнее выполняется всегда: «true»."
      />
      <Stack>
        <Section title="Правила">
          <p className="max-w-measure text-sm break-words text-ink-soft">Имена в условиях: {names}.</p>
          {method.rules.map((rule, index) => (
            <Surface key={rule.code}>
              <h3 className="text-lg">
                {index + 1}. {ruleWords(method, rule)}
              </h3>
              <Disclosure open title={`Править правило ${rule.code}`}>
                <RuleForm page={page} rule={rule} />
              </Disclosure>
              {index < method.rules.length - 1 && <RulePlace page={page} code={rule.code} />}
            </Surface>
          ))}
          <Surface>
            <Disclosure open title="Добавить правило">
              <p className="mb-4">Новое правило встанет перед последним.</p>
              <RuleForm page={page} />
            </Disclosure>
          </Surface>
        </Section>
        <Section title="Выводы">
          {method.verdicts.map((verdict) => (
            <Surface key={verdict.code}>
              <h3 className="text-lg">{verdict.words}</h3>
              <Disclosure open title={`Править вывод ${verdict.code}`}>
                <VerdictForm page={page} verdict={verdict} />
              </Disclosure>
            </Surface>
          ))}
          <Surface>
            <Disclosure open title="Добавить вывод">
              <VerdictForm page={page} />
            </Disclosure>
          </Surface>
        </Section>
      </Stack>
    </>
  );
}

function RuleForm({ page, rule }: { page: DraftPage; rule?: MethodRule }) {
  const verdicts = page.method.verdicts.map(({ code, words }) => ({ value: code, label: words }));
  return (
    <ActionForm key={page.seen} action={saveRule} label={rule ? `Правило ${rule.code}` : 'Новое правило'}>
      <Seen page={page} />
      {rule ? (
        <input type="hidden" name="rule" value={rule.code} />
      ) : (
        <TextInput name="rule" label="Код правила" required maxLength={32} width="short" />
      )}
      <TextArea
        name="words"
        label="Правило словами"
        required
        rows={2}
        defaultValue={rule?.words}
        maxLength={2000}
        hint="Число методики подставится вместо {кода}; часть в [скобках] пропускается, пока её число не задано."
      />
      <TextArea
        name="when"
        label="Условие"
        required
        rows={2}
        defaultValue={rule?.when}
        maxLength={2000}
        hint="Например: sum >= 5."
      />
      <Select name="verdict" label="Вывод" options={verdicts} required defaultValue={rule?.verdict} />
      <SubmitButton pendingText="Сохраняем…">{rule ? 'Сохранить правило' : 'Добавить правило'}</SubmitButton>
    </ActionForm>
  );
}

function RulePlace({ page, code }: { page: DraftPage; code: string }) {
  return (
    <ButtonRow>
      {(['up', 'down'] as const).map((by) => (
        <ActionForm key={by} action={shiftRule} label={`${by === 'up' ? 'Поднять' : 'Опустить'} правило ${code}`}>
          <Seen page={page} />
          <input type="hidden" name="rule" value={code} />
          <input type="hidden" name="by" value={by} />
          <SubmitButton variant="quiet">{by === 'up' ? 'Выше' : 'Ниже'}</SubmitButton>
        </ActionForm>
      ))}
      <ActionForm action={dropRule} label={`Убрать правило ${code}`}>
        <Seen page={page} />
        <input type="hidden" name="rule" value={code} />
        <SubmitButton variant="quiet">Убрать</SubmitButton>
      </ActionForm>
    </ButtonRow>
  );
}

function VerdictForm({ page, verdict }: { page: DraftPage; verdict?: MethodVerdict }) {
  return (
    <ActionForm key={page.seen} action={saveVerdict} label={verdict ? `Вывод ${verdict.code}` : 'Новый вывод'}>
      <Seen page={page} />
      {verdict ? (
        <input type="hidden" name="verdict" value={verdict.code} />
      ) : (
        <TextInput name="verdict" label="Код вывода" required maxLength={32} width="short" />
      )}
      <TextInput name="words" label="Слова вывода" required defaultValue={verdict?.words} maxLength={200} />
      <TextArea
        name="explanation"
        label="Что он значит"
        required
        rows={2}
        defaultValue={verdict?.explanation}
        maxLength={2000}
      />
      <Select
        name="level"
        label="Место на шкале риска"
        options={LEVELS}
        empty="Вне шкалы"
        defaultValue={verdict?.level === null ? '' : String(verdict?.level ?? '')}
      />
      <Checkbox
        name="proposes"
        label="Школу с этим выводом рассматривает комиссия"
        defaultChecked={verdict?.proposes ?? false}
      />
      <SubmitButton pendingText="Сохраняем…">{verdict ? 'Сохранить вывод' : 'Добавить вывод'}</SubmitButton>
    </ActionForm>
  );
}
