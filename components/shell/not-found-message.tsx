import { ButtonLink } from '@/components/ui/button';
import { MessagePage } from './message-page';

/** Absent and foreign look the same. `home` is where to go on. */
export function NotFoundMessage({ home }: { home: { href: string; title: string } }) {
  return (
    <MessagePage title="Страница не найдена" actions={<ButtonLink href={home.href}>{home.title}</ButtonLink>}>
      <p>Такой страницы нет, или у вас нет к ней доступа.</p>
      <p>Проверьте адрес. Если вы пришли по ссылке коллеги, спросите его, для какой роли она открыта.</p>
    </MessagePage>
  );
}
