import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { knownNames } from '@/lib/methodology/draft/check-expression';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import {
  dropListRule,
  dropListVerdict,
  editList,
  saveListRule,
  saveListVerdict,
  shiftListRule,
} from '@/lib/methodology/draft/list-actions';
import type { MethodList } from '@/lib/methodology/method';
import { DraftFrame, Seen } from './draft-frame';
import { KnownNames } from './known-names';
import { PlaceForms } from './place-forms';
import { RESULT_CODES } from './result-codes';
import { RuleForm } from './rule-form';

/** One list of a draft: what it is called, its rules in their order, its verdicts. */
export function DraftListScreen({ page, list }: { page: DraftPage; list: MethodList }) {
  const place = (code: string) => ({ kind: 'list', list: list.code, code }) as const;
  const form = {
    page,
    save: saveListRule,
    verdicts: list.verdicts,
    wordsHint: 'Для людей: когда школа попадает сюда.',
  };
  return (
    <DraftFrame
      page={page}
      current="lists"
      title={list.title}
      overline={`Список ${list.code}`}
      lead="Решает первое правило, которое выполнено; последнее выполняется всегда: «true». Если для правила не хватает данных, школа получает вывод для таких случаев."
    >
      <Stack>
        <Section title="Правила">
          <KnownNames names={knownNames(page.method, place(''))} codes={RESULT_CODES} />
          {list.rules.map((rule, index) => (
            <Surface key={rule.code}>
              <h3 className="text-lg">
                {index + 1}. {rule.words}
              </h3>
              <Disclosure open title={`Править правило ${rule.code}`}>
                <RuleForm {...form} place={place(rule.code)} rule={rule} />
              </Disclosure>
              {index < list.rules.length - 1 && (
                <PlaceForms
                  page={page}
                  what={`правило ${rule.code}`}
                  fields={{ list: list.code, rule: rule.code }}
                  shift={shiftListRule}
                  drop={dropListRule}
                />
              )}
            </Surface>
          ))}
          <Surface>
            <Disclosure open title="Добавить правило">
              <p className="mb-4">Новое правило встанет перед последним.</p>
              <RuleForm {...form} place={place('')} />
            </Disclosure>
          </Surface>
        </Section>
        <Section title="Выводы">
          {list.verdicts.map((verdict) => (
            <Surface key={verdict.code}>
              <VerdictForm page={page} list={list} verdict={verdict} />
              {list.missing !== verdict.code && list.rules.every((rule) => rule.verdict !== verdict.code) && (
                <PlaceForms
                  page={page}
                  what={`вывод ${verdict.code}`}
                  fields={{ list: list.code, verdict: verdict.code }}
                  drop={dropListVerdict}
                />
              )}
            </Surface>
          ))}
          <Surface>
            <Disclosure open title="Добавить вывод">
              <VerdictForm page={page} list={list} />
            </Disclosure>
          </Surface>
        </Section>
        <Section title="О списке">
          <Surface>
            <ActionForm key={page.seen} action={editList} label="О списке">
              <Seen page={page} />
              <input type="hidden" name="list" value={list.code} />
              <TextInput name="title" label="Название" required defaultValue={list.title} maxLength={300} />
              <Select
                name="missing"
                label="Вывод, когда не хватает данных"
                options={list.verdicts.map(({ code, words }) => ({ value: code, label: words }))}
                required
                defaultValue={list.missing}
              />
              <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      </Stack>
    </DraftFrame>
  );
}

type VerdictProps = { page: DraftPage; list: MethodList; verdict?: MethodList['verdicts'][number] };

function VerdictForm({ page, list, verdict }: VerdictProps) {
  return (
    <ActionForm key={page.seen} action={saveListVerdict} label={verdict ? `Вывод ${verdict.code}` : 'Новый вывод'}>
      <Seen page={page} />
      <input type="hidden" name="list" value={list.code} />
      {verdict ? (
        <input type="hidden" name="verdict" value={verdict.code} />
      ) : (
        <TextInput name="verdict" label="Код вывода" required maxLength={32} width="short" />
      )}
      <TextInput
        name="words"
        label={verdict ? `Слова вывода ${verdict.code}` : 'Слова вывода'}
        required
        defaultValue={verdict?.words}
        maxLength={200}
      />
      <SubmitButton variant="secondary" pendingText="Сохраняем…">
        {verdict ? 'Сохранить вывод' : 'Добавить вывод'}
      </SubmitButton>
    </ActionForm>
  );
}
