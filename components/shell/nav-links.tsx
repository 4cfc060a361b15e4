import type { ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link';

export type NavLinkData = { href: string; title: string; icon: ReactNode; badge?: number };

/** The menu as the server draws it; `CurrentPage` moves the mark when one goes on without loading the page anew. */
export function NavLinks({ links, current }: { links: readonly NavLinkData[]; current: string | undefined }) {
  return (
    <ul className="space-y-0.5">
      {links.map((link) => (
        <li key={link.href}>
          <SiteLink
            href={link.href}
            data-plain=""
            data-section=""
            aria-current={link.href === current ? 'page' : undefined}
            className="nav-link"
          >
            {link.icon}
            <span className="min-w-0 flex-1">{link.title}</span>
            {link.badge !== undefined && link.badge > 0 && (
              <span className="rounded-full bg-accent px-2 py-0.5 text-xs font-semibold tabular-nums text-on-accent">
                {link.badge}
              </span>
            )}
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}

/** A menu of native <details>; `CurrentPage` closes it when one goes on to another page. */
export function FoldingMenu({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details data-menu="" className="relative">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md px-3 font-medium hover:bg-sunken">
        {summary}
      </summary>
      {children}
    </details>
  );
}
