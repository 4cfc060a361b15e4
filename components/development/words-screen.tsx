import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { addDevelopmentWord, retireDevelopmentWord } from '@/lib/development/deficit-actions';
import type { DevelopmentWords } from '@/lib/development/deficit-queries';
import { WORD_KIND_TITLES, WORD_KINDS } from '@/lib/development/words';
import { links } from '@/lib/kernel/links';

/** The centre's own words: deficits, and the courses that schools choose from. */
export function WordsScreen({ words }: DevelopmentWords) {
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.development(), title: 'Развитие кадров' }]}
        title="Справочники"
        lead="Слова, из которых выбирают школы. Убранное больше не предлагается, но в записях остаётся."
      />
      {WORD_KINDS.map((kind) => (
        <Section key={kind} title={WORD_KIND_TITLES[kind]}>
          <Surface>
            <ul className="divide-y divide-line">
              {words
                .filter((word) => word.kind === kind)
                .map((word) => (
                  <li key={word.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                    <span className="min-w-0 break-words">
                      {word.name} {word.isRetired && <Badge>не предлагается</Badge>}
                    </span>
                    <ActionForm
                      action={retireDevelopmentWord}
                      label={`${word.isRetired ? 'Вернуть' : 'Убрать'}: ${word.name}`}
                    >
                      <input type="hidden" name="wordId" value={word.id} />
                      <input type="hidden" name="retired" value={word.isRetired ? 'no' : 'yes'} />
                      <SubmitButton variant="quiet" size="small">
                        {word.isRetired ? 'Вернуть' : 'Убрать'}
                      </SubmitButton>
                    </ActionForm>
                  </li>
                ))}
            </ul>
            <ActionForm action={addDevelopmentWord} label={`Добавить: ${WORD_KIND_TITLES[kind]}`} resetOnSuccess>
              <input type="hidden" name="kind" value={kind} />
              <TextInput name="name" label="Название" required maxLength={200} />
              <SubmitButton variant="secondary">Добавить</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      ))}
    </Stack>
  );
}
