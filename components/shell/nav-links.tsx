'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

export type NavLinkData = { href: string; title: string; icon: ReactNode; badge?: number; current?: boolean };

/** Whether a link names the page one is on or a parent of it; the longest match of a list wins. */
export function currentHref(pathname: string, hrefs: readonly string[]): string | undefined {
  return hrefs
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The only client part of the shell: a layout does not learn the address, so the mark of the current page is here. */
export function NavLinks({ links }: { links: readonly NavLinkData[] }) {
  const pathname = usePathname();
  const marked = links.find((link) => link.current)?.href;
  const current =
    marked ??
    currentHref(
      pathname,
      links.map((link) => link.href),
    );
  return (
    <ul className="space-y-0.5">
      {links.map((link) => (
        <li key={link.href}>
          <Link
            href={{ pathname: link.href }}
            prefetch={false}
            data-plain=""
            aria-current={link.href === current ? 'page' : undefined}
            className={`flex min-h-11 items-center gap-3 rounded-md px-3 py-2 leading-snug ${
              link.href === current
                ? 'bg-accent-soft font-semibold text-accent shadow-[inset_3px_0_0_var(--accent)]'
                : 'text-ink hover:bg-sunken'
            }`}
          >
            {link.icon}
            <span className="min-w-0 flex-1">{link.title}</span>
            {link.badge !== undefined && link.badge > 0 && (
              <span className="rounded-full bg-accent px-2 py-0.5 text-xs font-semibold tabular-nums text-on-accent">
                {link.badge}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A menu of native <details>; going to another page remounts it closed. */
export function FoldingMenu({
  summary,
  children,
  className,
}: {
  summary: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const pathname = usePathname();
  return (
    <details key={pathname} className={`relative ${className ?? ''}`}>
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md px-3 font-medium hover:bg-sunken">
        {summary}
      </summary>
      {children}
    </details>
  );
}
