import type { ReactNode } from 'react';

export type Description = { term: string; value: ReactNode; action?: ReactNode };

/** Facts of one thing: term at the left, value at the right, an optional link «Изменить» at the end. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="@container divide-y divide-line">
      {items.map((item) => (
        <div
          key={item.term}
          className="grid grid-cols-1 gap-x-6 gap-y-1 py-3 @lg:grid-cols-[minmax(9rem,14rem)_1fr_auto]"
        >
          <dt className="text-ink-soft">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
          {item.action && <dd className="print:hidden">{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
