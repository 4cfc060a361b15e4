import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { MessagePage } from '@/components/shell/message-page';
import { ButtonLink } from '@/components/ui/button';
import { Surface } from '@/components/ui/surface';
import type { Invitation } from '@/lib/access/invitation';
import { acceptInvitationForm } from '@/lib/access/invitation-actions';
import { membershipWords } from '@/lib/access/membership-words';
import { ROLE_HINTS } from '@/lib/access/words';
import { links } from '@/lib/kernel/links';

export function InvitationScreen({ page }: { page: { token: string; invitation: Invitation } | undefined }) {
  if (!page) {
    return (
      <MessagePage title="Ссылка не действует" actions={<ButtonLink href={links.login()}>Ко входу</ButtonLink>}>
        <p>Такие ссылки открываются один раз и живут семь дней. Эта уже использована, отозвана или её срок вышел.</p>
        <p>Попросите новую у администратора вашего муниципального центра.</p>
      </MessagePage>
    );
  }
  const { token, invitation } = page;
  const known = invitation.hasAccount && !invitation.isReset;
  return (
    <div className="mx-auto w-full max-w-2xl space-y-6 px-4 py-10 sm:px-6 sm:py-14">
      <header className="space-y-2">
        <h1 className="text-2xl">{invitation.isReset ? 'Новый пароль' : 'Приглашение на портал'}</h1>
        <p className="text-lg">{membershipWords(invitation)}</p>
        {!invitation.isReset && <p className="text-ink-soft">{ROLE_HINTS[invitation.role]}</p>}
      </header>
      <Surface>
        <ActionForm action={acceptInvitationForm} label="Принять приглашение">
          <input type="hidden" name="token" value={token} />
          <p>
            Входить вы будете с почтой <strong>{invitation.email}</strong>.
          </p>
          {!known && !invitation.isReset && (
            <TextInput
              name="name"
              label="Фамилия, имя, отчество"
              hint="Так будут подписаны ваши ответы."
              autoComplete="name"
              defaultValue={invitation.name}
              required
            />
          )}
          {known ? (
            <TextInput
              name="password"
              type="password"
              label="Ваш пароль на портале"
              hint="Эта почта здесь уже знакома. Введите пароль, с которым вы входите: новая роль добавится к прежним."
              autoComplete="current-password"
              required
            />
          ) : (
            <TextInput
              name="password"
              type="password"
              label="Придумайте пароль"
              hint="Не короче 10 знаков. Лучше всего фраза из трёх-четырёх слов."
              autoComplete="new-password"
              minLength={10}
              required
            />
          )}
          <SubmitButton pendingText="Сохраняем…">
            {invitation.isReset ? 'Сохранить пароль' : 'Принять приглашение'}
          </SubmitButton>
        </ActionForm>
      </Surface>
    </div>
  );
}
