'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isRoute } from '@/components/ui/route';

/**
 * Follows the links that `SiteLink` marks without loading the page anew: one listener for a whole page instead of a
 * client component for each link. What the browser does by itself is left to it: a new tab or window, a download, an
 * anchor of this page; and without JavaScript all of it.
 */
export function SiteNavigation() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link?.dataset.nav === undefined || link.target !== '' || link.hasAttribute('download')) return;
      const { origin, pathname, search, hash } = link;
      if (origin !== location.origin) return;
      if (hash !== '' && pathname === location.pathname && search === location.search) return;
      const path = `${pathname}${search}${hash}`;
      if (!isRoute(path)) return;
      event.preventDefault();
      router.push(path);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}
