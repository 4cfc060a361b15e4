'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';
import { isRoute } from '@/components/ui/route';

const PAUSE_MS = 300;

/**
 * A GET form that shows its result while one types; without JavaScript its button does. `path` is where it leads. The
 * focus and the place on the page stay.
 */
export function LiveFilter({ path, label, children }: { path: string; label: string; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const show = () => {
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) if (typeof value === 'string') query.append(name, value);
    const target = `${path}?${query}`;
    if (isRoute(target)) startTransition(() => router.replace(target, { scroll: false }));
  };
  const soon = () => {
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(show, PAUSE_MS);
  };
  return (
    <form
      ref={form}
      action={path}
      method="get"
      aria-label={label}
      aria-busy={isPending}
      onInput={soon}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current ?? undefined);
        show();
      }}
    >
      {children}
    </form>
  );
}
