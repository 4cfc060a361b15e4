import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { PublicShell } from '@/components/shell/public-shell';
import { viewSettings } from '@/components/shell/view-settings';
import { PORTAL } from '@/components/shell/words';
import { links } from '@/lib/kernel/links';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  return (
    <PublicShell
      centre={{ name: PORTAL.name, note: PORTAL.note }}
      view={viewSettings((name) => jar.get(name)?.value)}
      links={[{ href: links.openEvents(), title: 'Мероприятия' }]}
      signInHref="/login"
    >
      {children}
    </PublicShell>
  );
}
