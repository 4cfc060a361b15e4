import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import type { ApprovalPage } from '@/lib/methodology/draft/draft-queries';
import { approveMethod } from '@/lib/methodology/version-actions';
import { ChangeList } from './change-list';
import { ArchiveForm } from './version-steps';

/** The department puts an order under a draft, or takes a version that is in force out of use. */
export function ApproveScreen({ version, method, seen, baseId, changes, today }: ApprovalPage) {
  const isDraft = version.status === 'DRAFT';
  return (
    <>
      <PageHeader
        title={isDraft ? 'Утвердить методику' : 'Перенести в архив'}
        overline={`${method.title}, версия ${method.number}`}
        crumbs={[
          { href: links.method(), title: 'Методика' },
          { href: links.methodVersion(version.id), title: `Версия ${method.number}` },
        ]}
      />
      <Stack>
        {isDraft ? (
          <>
            {baseId && (
              <Section title="Чем отличается от версии, с которой её скопировали">
                {changes.length === 0 ? (
                  <Notice title="Ничем">Содержание совпадает.</Notice>
                ) : (
                  <ChangeList changes={changes} />
                )}
              </Section>
            )}
            <Section
              title="Приказ"
              lead="После утверждения версия не меняется. По ней можно будет открывать кампании; исправление – новая версия с новым приказом."
            >
              <Surface>
                <ActionForm action={approveMethod} label="Утвердить методику приказом">
                  <input type="hidden" name="versionId" value={version.id} />
                  <input type="hidden" name="seen" value={seen} />
                  <TextInput name="orderNumber" label="Номер приказа" required maxLength={50} width="short" />
                  <DateInput name="orderDate" label="Дата приказа" required defaultValue={today} max={today} />
                  <TextInput
                    name="orderTitle"
                    label="Название приказа"
                    required
                    maxLength={500}
                    hint="Как оно стоит в самом приказе: «Об утверждении методики…»."
                  />
                  <SubmitButton pendingText="Утверждаем…">Утвердить приказом</SubmitButton>
                </ActionForm>
              </Surface>
            </Section>
          </>
        ) : (
          <Surface>
            <ArchiveForm versionId={version.id} />
          </Surface>
        )}
      </Stack>
    </>
  );
}
