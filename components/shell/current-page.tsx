'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { currentHref } from './current-href';

/**
 * A layout stays while pages change under it, so the mark of the current section, which the server draws, is moved here,
 * and open menus are closed. The links themselves need no script.
 */
export function CurrentPage() {
  const pathname = usePathname();
  useEffect(() => {
    const sections = [...document.querySelectorAll<HTMLAnchorElement>('a[data-section]')];
    const current = currentHref(
      pathname,
      sections.map((link) => link.pathname),
    );
    for (const link of sections) {
      if (link.pathname === current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu]')) menu.open = false;
  }, [pathname]);
  return null;
}
