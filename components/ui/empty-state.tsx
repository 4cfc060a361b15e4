import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** Nothing here yet: says why, and what to do next. Never just «Нет данных». */
export function EmptyState({
  title,
  children,
  icon = 'list',
  actions,
}: {
  title: string;
  children: ReactNode;
  icon?: IconName;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg border border-dashed border-line-strong bg-surface px-6 py-12 text-center">
      <span className="rounded-full bg-accent-soft p-4 text-accent">
        <Icon name={icon} size={32} />
      </span>
      <div className="max-w-measure space-y-2">
        <p className="text-lg font-semibold">{title}</p>
        <div className="text-ink-soft">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}
