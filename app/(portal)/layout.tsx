import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SignOutForm } from '@/components/access/sign-out-form';
import { AppShell } from '@/components/shell/app-shell';
import { PassingNotice } from '@/components/shell/passing-notice';
import { viewSettings } from '@/components/shell/view-settings';
import { PORTAL } from '@/components/shell/words';
import { admit } from '@/lib/access/admit';
import { menu } from '@/lib/access/navigation';
import { NOTICE_COOKIE } from '@/lib/access/notice-cookie';
import { PATH_HEADER } from '@/lib/access/path-header';
import { ROLE_WORDS } from '@/lib/access/words';
import { links } from '@/lib/kernel/links';
import { unreadCount } from '@/lib/notifications/notification-queries';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await admit('account.own');
  const jar = await cookies();
  const place = viewer.schoolName ?? viewer.municipalityName ?? viewer.regionName ?? undefined;
  const path = (await headers()).get(PATH_HEADER)?.split('?')[0] ?? '';
  const notice = jar.get(NOTICE_COOKIE)?.value;
  return (
    <AppShell
      centre={{
        name: viewer.centreName ?? viewer.regionName ?? PORTAL.name,
        municipality: viewer.municipalityName ?? PORTAL.note,
      }}
      person={{ name: viewer.name, role: ROLE_WORDS[viewer.role], place }}
      nav={menu(viewer)}
      path={path}
      view={viewSettings((name) => jar.get(name)?.value)}
      accountLinks={[
        { href: links.account(), title: viewer.memberships > 1 ? 'Мой профиль и роли' : 'Мой профиль', icon: 'person' },
      ]}
      {...(viewer.municipalityId === null
        ? {}
        : { bell: { href: links.notifications(), unread: await unreadCount() } })}
      signOut={<SignOutForm />}
      home={links.home()}
    >
      {notice && <PassingNotice at={path}>{notice}</PassingNotice>}
      {children}
    </AppShell>
  );
}
