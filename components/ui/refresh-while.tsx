'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

const EVERY_MS = 1500;

/** Shows the page anew while something on it is being done; drawn only as long as it is. Without JavaScript people reload. */
export function RefreshWhile() {
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  useEffect(() => {
    // A second refresh would throw the first one away, and on a slow line none would ever arrive.
    if (isRefreshing) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') startTransition(() => router.refresh());
    }, EVERY_MS);
    return () => clearTimeout(timer);
  });
  return null;
}
