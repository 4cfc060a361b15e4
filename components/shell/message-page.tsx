import type { ReactNode } from 'react';

/** A page that says one thing: not found, a fault, a refusal. Says what happened and what to do. */
export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-16 sm:px-6 sm:py-24">
      <h1 className="text-2xl">{title}</h1>
      <div className="mt-4 max-w-measure space-y-3 text-lg text-ink-soft">{children}</div>
      {actions && <div className="mt-8 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
