import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { LETTER_CHOICES } from '@/lib/notices/notice';
import { LETTER_CHOICE_WORDS, NOTICE_KIND_WORDS } from '@/lib/notices/words';
import { chooseLetters } from '@/lib/notifications/notification-actions';
import type { ChoicesPage } from '@/lib/notifications/notification-queries';

/** Which letters come, by kind. The portal itself tells everything. */
export function ChoicesScreen({ page }: { page: ChoicesPage }) {
  return (
    <Stack gap="medium">
      <PageHeader
        crumbs={[{ href: links.notifications(), title: 'Уведомления' }]}
        title="Какие письма приходят"
        lead={`Письма идут на ${page.email} по рабочим дням с 9 до 19 часов, накануне праздника – до 16. На портале видно всё.`}
      />
      {!page.hasMail && (
        <Notice tone="info" title="Письма с этого портала пока не отправляются">
          Почтовый сервер не настроен. Ваш выбор сохранится и подействует, когда его настроят.
        </Notice>
      )}
      {page.hasPlace && (
        <Surface>
          <ActionForm action={chooseLetters} label="Какие письма приходят">
            {page.kinds.map(({ kind, letters }) => (
              <Select
                key={kind}
                name={kind}
                label={NOTICE_KIND_WORDS[kind]}
                required
                defaultValue={letters}
                options={LETTER_CHOICES.map((value) => ({ value, label: LETTER_CHOICE_WORDS[value] }))}
              />
            ))}
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </ActionForm>
        </Surface>
      )}
    </Stack>
  );
}
