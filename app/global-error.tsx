'use client';

import './globals.css';
import { MessagePage } from '@/components/shell/message-page';
import { buttonClass } from '@/components/ui/button-class';

/** The last net: the root layout itself has failed, so this page draws its own document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="ru">
      <body>
        <title>Портал временно не отвечает</title>
        <main id="main">
          <MessagePage
            title="Портал временно не отвечает"
            actions={
              <a href="/" className={buttonClass()} data-plain="">
                Открыть первую страницу
              </a>
            }
          >
            <p>На нашей стороне случилась ошибка. Сохранённое не пропало. Попробуйте через несколько минут.</p>
            {error.digest && <p>Номер ошибки: {error.digest}.</p>}
          </MessagePage>
        </main>
      </body>
    </html>
  );
}
