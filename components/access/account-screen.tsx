import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { changePassword, renameSelf } from '@/lib/access/account-actions';
import type { AccountPage } from '@/lib/access/account-queries';
import { OwnRoles } from './own-roles';
import { OwnSessions } from './own-sessions';
import { SecondFactor } from './second-factor';

/** «Мой профиль»: name, password, roles, second factor and sign-ins of the person himself. */
export function AccountScreen({ page }: { page: AccountPage }) {
  return (
    <>
      <PageHeader title="Мой профиль" lead={page.email} />
      <Stack>
        {page.memberships.length > 1 && <OwnRoles page={page} />}
        <Section title="Имя" lead="Так подписаны ваши ответы и решения.">
          <Surface>
            <ActionForm action={renameSelf} label="Имя">
              <TextInput
                name="name"
                label="Фамилия, имя, отчество"
                autoComplete="name"
                defaultValue={page.name}
                required
              />
              <SubmitButton pendingText="Сохраняем…">Сохранить имя</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
        <Section title="Пароль" lead="После смены пароля входы на других устройствах завершатся.">
          <Surface>
            <ActionForm action={changePassword} label="Пароль" resetOnSuccess>
              <TextInput
                name="current"
                type="password"
                label="Текущий пароль"
                autoComplete="current-password"
                width="half"
                required
              />
              <TextInput
                name="next"
                type="password"
                label="Новый пароль"
                hint="Не короче 10 знаков. Лучше всего фраза из трёх-четырёх слов."
                autoComplete="new-password"
                width="half"
                required
              />
              <SubmitButton pendingText="Сохраняем…">Сменить пароль</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
        {(page.totpOffer || page.hasTotp) && (
          <Section
            title="Код при входе"
            lead="Кроме пароля портал спросит шесть цифр из приложения на вашем телефоне: чужому одного пароля будет мало."
            actions={
              page.hasTotp && (
                <Badge tone="success" icon="check">
                  включён
                </Badge>
              )
            }
          >
            <SecondFactor offer={page.totpOffer} />
          </Section>
        )}
        <OwnSessions page={page} />
      </Stack>
    </>
  );
}
