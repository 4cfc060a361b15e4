import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type BadgeTone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

const TONE: Record<BadgeTone, string> = {
  neutral: 'bg-sunken text-ink border-line-strong',
  accent: 'bg-accent-soft text-accent border-accent',
  info: 'bg-info-soft text-info border-info',
  success: 'bg-success-soft text-success border-success',
  warning: 'bg-warning-soft text-warning border-warning',
  danger: 'bg-danger-soft text-danger border-danger',
};

/** A state in a word with a mark before it: the colour repeats what the word says, never replaces it. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap large:whitespace-normal rounded-full border px-2.5 py-0.5 text-sm font-medium ${TONE[tone]}`}
    >
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}
