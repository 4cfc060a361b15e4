import { ActionForm } from '@/components/form/action-form';
import type { FormAction } from '@/components/form/action-form-leaf';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { links } from '@/lib/kernel/links';
import { type ExpressionPlace, expressionReading } from '@/lib/methodology/draft/check-expression';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import type { MethodListRule } from '@/lib/methodology/method';
import { CODE_TITLES } from '@/lib/results/words';
import { Seen } from './draft-frame';
import { ExpressionField } from './expression-field';

type Props = {
  page: DraftPage;
  save: FormAction;
  place: Extract<ExpressionPlace, { kind: 'rule' | 'list' }>;
  verdicts: ReadonlyArray<{ readonly code: string; readonly words: string }>;
  wordsHint: string;
  rule?: MethodListRule;
};

/** A rule: in words, as a condition, and the verdict it gives; without `rule` a new one. */
export function RuleForm({ page, save, place, verdicts, wordsHint, rule }: Props) {
  const options = verdicts.map(({ code, words }) => ({ value: code, label: words }));
  return (
    <ActionForm key={page.seen} action={save} label={rule ? `Правило ${rule.code}` : 'Новое правило'}>
      <Seen page={page} />
      {place.kind === 'list' && <input type="hidden" name="list" value={place.list} />}
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
        hint={wordsHint}
      />
      <ExpressionField
        name="when"
        label="Условие"
        required
        defaultValue={rule?.when}
        hint={place.kind === 'rule' ? 'Например: sum >= 5.' : 'Например: twos >= 0.3 && sum >= 5.'}
        checkAt={links.methodCheck(page.versionId)}
        place={place}
        reading={rule && expressionReading(page.method, place, rule.when, CODE_TITLES)}
      />
      <Select name="verdict" label="Вывод" options={options} required defaultValue={rule?.verdict} />
      <SubmitButton pendingText="Сохраняем…">{rule ? 'Сохранить правило' : 'Добавить правило'}</SubmitButton>
    </ActionForm>
  );
}
