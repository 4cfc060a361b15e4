import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { SiteLink } from '@/components/ui/site-link';
import { Brand } from './logo';
import type { ViewSettings } from './view-settings';
import { ThemeSwitch, VisionSwitch } from './view-switch';

type Props = {
  centre: { name: string; note?: string };
  links?: readonly { href: string; title: string }[];
  view: ViewSettings;
  /** Where «Войти» leads; absent on the sign-in page itself. */
  signInHref?: string;
  children: ReactNode;
};

/** The frame of pages that anyone may read. */
export function PublicShell({ centre, links = [], view, signInHref, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 sm:px-6">
          <div className="min-w-0 flex-1 basis-56 max-sm:basis-full">
            <Brand name={centre.name} note={centre.note} />
          </div>
          {links.length > 0 && (
            <nav aria-label="Главное меню">
              <ul className="flex flex-wrap">
                {links.map((link) => (
                  <li key={link.href}>
                    <SiteLink
                      href={link.href}
                      data-plain=""
                      className="inline-flex min-h-11 items-center rounded-md px-3 font-medium hover:bg-sunken hover:text-accent"
                    >
                      {link.title}
                    </SiteLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="max-sm:-ml-3 max-sm:flex-1">
            <VisionSwitch view={view} />
          </div>
          <div className="max-sm:hidden">
            <ThemeSwitch view={view} wordless />
          </div>
          {signInHref && <ButtonLink href={signInHref}>Войти</ButtonLink>}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-t border-line bg-surface px-4 py-8 text-sm text-ink-soft sm:px-0 print:hidden">
        <div className="mx-auto max-w-6xl sm:px-6">
          <p className="font-medium text-ink">{centre.name}</p>
          <p className="mt-1 max-w-measure">
            Сведения о школах портал показывает только тем, кто за них отвечает. Для ранжирования школ они не
            предназначены.
          </p>
        </div>
      </footer>
    </div>
  );
}
