import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { SiteLink } from '@/components/ui/site-link';
import { currentHref } from './current-href';
import { CurrentPage } from './current-page';
import { Brand } from './logo';
import { FoldingMenu, NavLinks } from './nav-links';
import type { ViewSettings } from './view-settings';
import { ThemeSwitch, VisionSwitch } from './view-switch';

export type NavItem = { href: string; title: string; icon: IconName; badge?: number };
export type NavGroup = { title?: string; items: readonly NavItem[] };

export type ShellPerson = {
  name: string;
  /** «Директор», «Сотрудник центра». */
  role: string;
  /** The school or the municipality the role is for. */
  place?: string;
};

type Props = {
  centre: { name: string; municipality: string };
  person: ShellPerson;
  nav: readonly NavGroup[];
  /** The path of the page, for the mark of its section. */
  path: string;
  view: ViewSettings;
  /** Links of the person's menu: profile, sessions, another membership. */
  accountLinks?: readonly NavItem[];
  /** How many notifications are not read, and where they are; absent: none are kept for this person. */
  bell?: { href: string; unread: number };
  /** The sign-out form. */
  signOut?: ReactNode;
  /** A line above every page: a demo portal, a planned stop. */
  banner?: ReactNode;
  home?: string;
  children: ReactNode;
};

const drawn = (items: readonly NavItem[]) => items.map((item) => ({ ...item, icon: <Icon name={item.icon} /> }));

/** The frame of signed-in pages: header, navigation at the left (a folding menu on a phone), content. */
export function AppShell(props: Props) {
  const { centre, person, nav, path, view, accountLinks = [], bell, signOut, banner, home = '/', children } = props;
  const items = [...nav.flatMap((group) => group.items), ...accountLinks];
  const current = currentHref(
    path,
    items.map((item) => item.href),
  );
  return (
    <div className="flex min-h-dvh flex-col">
      {banner && <div className="bg-accent px-4 py-2 text-center text-sm text-on-accent print:hidden">{banner}</div>}
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 sm:px-6">
          <div className="min-w-0 flex-1 basis-52">
            <Brand name={centre.name} note={centre.municipality} href={home} />
          </div>
          <div className="max-sm:hidden">
            <VisionSwitch view={view} compact />
          </div>
          <div className="max-sm:hidden">
            <ThemeSwitch view={view} wordless />
          </div>
          <div className="ml-auto flex items-center gap-1">
            {bell && <Bell {...bell} />}
            <PersonMenu person={person} view={view} links={accountLinks} current={current} signOut={signOut} />
          </div>
        </div>
      </header>
      <MobileNav nav={nav} current={current} view={view} />
      <div className="mx-auto flex w-full max-w-[90rem] flex-1 print:block print:max-w-none">
        <nav
          aria-label="Разделы"
          className="w-64 shrink-0 border-r border-line px-3 py-6 max-lg:hidden large:max-2xl:hidden print:hidden"
        >
          <div className="sticky top-6">
            <NavGroups nav={nav} current={current} />
          </div>
        </nav>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 py-6 outline-none sm:px-6 lg:px-10 lg:py-8 print:p-0"
        >
          {children}
        </main>
      </div>
      <Footer centre={centre} />
      <CurrentPage />
    </div>
  );
}

type Menu = { nav: readonly NavGroup[]; current: string | undefined };

function NavGroups({ nav, current }: Menu) {
  return (
    <div className="space-y-6">
      {nav.map((group) => (
        <div key={group.title ?? group.items[0]?.href}>
          {group.title && <p className="mb-1 px-3 text-sm font-semibold text-ink-soft">{group.title}</p>}
          <NavLinks links={drawn(group.items)} current={current} />
        </div>
      ))}
    </div>
  );
}

function MobileNav({ nav, current, view }: Menu & { view: ViewSettings }) {
  return (
    <div className="relative border-b border-line bg-surface px-1 sm:px-3 lg:hidden large:max-2xl:block print:hidden">
      <div className="absolute top-0 right-1 z-10 sm:hidden">
        <VisionSwitch view={view} />
      </div>
      <FoldingMenu
        summary={
          <>
            <Icon name="menu" />
            Разделы
          </>
        }
      >
        <nav aria-label="Разделы" className="px-2 pt-1 pb-4">
          <NavGroups nav={nav} current={current} />
        </nav>
      </FoldingMenu>
    </div>
  );
}

function Bell({ href, unread }: { href: string; unread: number }) {
  return (
    <SiteLink
      href={href}
      className="relative flex size-11 items-center justify-center rounded-md hover:bg-sunken"
      aria-label={unread === 0 ? 'Уведомления' : `Уведомления, непрочитанных: ${unread}`}
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span className="absolute top-1 right-0.5 min-w-5 rounded-full bg-accent px-1 text-center text-xs text-on-accent tabular-nums">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </SiteLink>
  );
}

type MenuProps = {
  person: ShellPerson;
  view: ViewSettings;
  links: readonly NavItem[];
  current: string | undefined;
  signOut?: ReactNode;
};

function PersonMenu({ person, view, links, current, signOut }: MenuProps) {
  return (
    <FoldingMenu
      summary={
        <>
          <Icon name="person" />
          <span className="hidden text-left leading-tight md:block">
            <span className="block text-sm">{person.name}</span>
            <span className="block text-sm font-normal text-ink-soft">{person.role}</span>
          </span>
          <span className="sr-only md:hidden">Моё меню</span>
          <Icon name="down" size={16} />
        </>
      }
    >
      <div className="absolute right-0 z-30 mt-1 w-72 rounded-lg border border-line bg-raised p-3 shadow-[0_8px_24px_rgb(10_20_22/0.16)]">
        <div className="border-b border-line px-3 pb-3">
          <p className="font-semibold">{person.name}</p>
          <p className="text-sm text-ink-soft">
            {person.role}
            {person.place && <span className="block">{person.place}</span>}
          </p>
        </div>
        <div className="py-2">
          <NavLinks links={drawn(links)} current={current} />
          <div className="sm:hidden">
            <ThemeSwitch view={view} />
          </div>
        </div>
        {signOut && <div className="border-t border-line pt-2">{signOut}</div>}
      </div>
    </FoldingMenu>
  );
}

function Footer({ centre }: { centre: Props['centre'] }) {
  return (
    <footer className="border-t border-line px-4 py-5 text-sm text-ink-soft sm:px-6 print:hidden">
      <div className="mx-auto flex max-w-[90rem] flex-wrap justify-between gap-x-8 gap-y-2">
        <p>
          {centre.name}, {centre.municipality}
        </p>
        <p>Сведения портала служат помощи школам и не предназначены для их ранжирования.</p>
      </div>
    </footer>
  );
}
