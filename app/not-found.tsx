import type { Metadata } from 'next';
import { NotFoundMessage } from '@/components/shell/not-found-message';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Страница не найдена' };

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <NotFoundMessage home={{ href: links.landing(), title: 'На первую страницу' }} />
    </main>
  );
}
