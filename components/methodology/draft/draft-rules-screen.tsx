import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { knownNames } from '@/lib/methodology/draft/check-expression';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { dropRule, dropVerdict, saveRule, saveVerdict, shiftRule } from '@/lib/methodology/draft/rule-actions';
import type { MethodVerdict } from '@/lib/methodology/method';
import { ruleWords } from '@/lib/methodology/method-words';
import { DraftFrame, Seen } from './draft-frame';
import { KnownNames } from './known-names';
import { PlaceForms } from './place-forms';
import { RuleForm } from './rule-form';

const LEVELS = [
  { value: '0', label: '0 – вне риска' },
  { value: '1', label: '1' },
  { value: '2', label: '2' },
  { value: '3', label: '3 – наибольший риск' },
];

const WORDS_HINT = 'Число методики подставится вместо {кода}; часть в [скобках] пропускается, пока её число не задано.';

/** How a draft comes to its verdict: rules in their order, then the verdicts they give. */
export function DraftRulesScreen({ page }: { page: DraftPage }) {
  const { method } = page;
  const form = { page, save: saveRule, verdicts: method.verdicts, wordsHint: WORDS_HINT };
  return (
    <DraftFrame
      page={page}
      current="rules"
      title="Правила и выводы"
      lead="Правила проверяют по порядку; решает первое, которое выполнено. Последнее выполняется всегда: «true»."
    >
      <Stack>
        <Section title="Правила">
          <KnownNames names={knownNames(method, { kind: 'rule', code: '' })} />
          {method.rules.map((rule, index) => (
            <Surface key={rule.code}>
              <h3 className="text-lg">
                {index + 1}. {ruleWords(method, rule)}
              </h3>
              <Disclosure open title={`Править правило ${rule.code}`}>
                <RuleForm {...form} place={{ kind: 'rule', code: rule.code }} rule={rule} />
              </Disclosure>
              {index < method.rules.length - 1 && (
                <PlaceForms
                  page={page}
                  what={`правило ${rule.code}`}
                  fields={{ rule: rule.code }}
                  shift={shiftRule}
                  drop={dropRule}
                />
              )}
            </Surface>
          ))}
          <Surface>
            <Disclosure open title="Добавить правило">
              <p className="mb-4">Новое правило встанет перед последним.</p>
              <RuleForm {...form} place={{ kind: 'rule', code: '' }} />
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
              {method.rules.every((rule) => rule.verdict !== verdict.code) && (
                <PlaceForms
                  page={page}
                  what={`вывод ${verdict.code}`}
                  fields={{ verdict: verdict.code }}
                  drop={dropVerdict}
                />
              )}
            </Surface>
          ))}
          <Surface>
            <Disclosure open title="Добавить вывод">
              <VerdictForm page={page} />
            </Disclosure>
          </Surface>
        </Section>
      </Stack>
    </DraftFrame>
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
