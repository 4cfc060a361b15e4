import type { Metadata } from 'next';
import { MessagePage } from '@/components/shell/message-page';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Страница не найдена' };

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <MessagePage title="Страница не найдена" actions={<ButtonLink href="/">На первую страницу</ButtonLink>}>
        <p>Такой страницы нет, или у вас нет к ней доступа.</p>
        <p>Проверьте адрес. Если вы пришли по ссылке коллеги, спросите его, для какой роли она открыта.</p>
      </MessagePage>
    </main>
  );
}
