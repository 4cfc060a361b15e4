import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { EmptyState } from '@/components/ui/empty-state';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { dropList, startList } from '@/lib/methodology/draft/list-actions';
import { DraftFrame, Seen } from './draft-frame';
import { PlaceForms } from './place-forms';

/** Further decisions beside the verdict of the card: typologies, «стабильно высокие», crisis. */
export function DraftListsScreen({ page }: { page: DraftPage }) {
  const lists = page.method.lists ?? [];
  return (
    <DraftFrame
      page={page}
      current="lists"
      title="Списки"
      lead="Кроме главного вывода методика может отнести школы и к другим группам: стабильно высокие результаты, неблагоприятные условия, типы поддержки. У каждого списка свои правила и выводы."
    >
      <Stack>
        <Section title="Списки методики">
          {lists.length === 0 ? (
            <EmptyState title="Других списков нет" icon="list">
              Школы получают только главный вывод. Нужна ещё одна группа – добавьте список.
            </EmptyState>
          ) : (
            lists.map((list) => (
              <Surface key={list.code}>
                <h3 className="text-lg">
                  <SiteLink href={links.methodEditList(page.versionId, list.code)} className="link">
                    {list.title}
                  </SiteLink>
                </h3>
                <p className="mt-1 text-ink-soft">
                  {count(list.rules.length, ['правило', 'правила', 'правил'])}; выводы:{' '}
                  {list.verdicts.map(({ words }) => words).join(', ')}
                </p>
                <PlaceForms page={page} what={`список ${list.code}`} fields={{ list: list.code }} drop={dropList} />
              </Surface>
            ))
          )}
        </Section>
        <Section title="Добавить список">
          <Surface>
            <ActionForm action={startList} label="Новый список">
              <Seen page={page} />
              <TextInput
                name="list"
                label="Имя списка"
                required
                maxLength={32}
                width="half"
                hint="Латинскими буквами и цифрами, например support."
              />
              <TextInput name="title" label="Название" required maxLength={300} />
              <SubmitButton pendingText="Добавляем…">Добавить список</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      </Stack>
    </DraftFrame>
  );
}
