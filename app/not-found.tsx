import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { NotFoundMessage } from '@/components/shell/not-found-message';
import { PublicShell } from '@/components/shell/public-shell';
import { viewSettings } from '@/components/shell/view-settings';
import { PORTAL } from '@/components/shell/words';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Страница не найдена' };

/** An address that no part of the portal knows: the public frame, for nothing says who asks. */
export default async function NotFound() {
  const jar = await cookies();
  return (
    <PublicShell centre={{ name: PORTAL.name, note: PORTAL.note }} view={viewSettings((name) => jar.get(name)?.value)}>
      <NotFoundMessage home={{ href: links.landing(), title: 'На первую страницу' }} />
    </PublicShell>
  );
}
