'use client';

import { MessagePage } from '@/components/shell/message-page';
import { buttonClass } from '@/components/ui/button-class';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** An unexpected fault: the person sees what to do and a number to name, never the fault itself. */
export default function ErrorPage({ error, retry }: Props) {
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <MessagePage
        title="Страница не открылась"
        actions={
          <>
            <button type="button" className={buttonClass()} onClick={retry}>
              Попробовать ещё раз
            </button>
            <a href="/" className={buttonClass('secondary')} data-plain="">
              На первую страницу
            </a>
          </>
        }
      >
        <p>На нашей стороне случилась ошибка. Всё, что было сохранено, на месте.</p>
        {error.digest && <p>Если ошибка повторяется, сообщите в центр её номер: {error.digest}.</p>}
      </MessagePage>
    </main>
  );
}
