import type { ReactNode } from 'react';
import { Icon } from './icon';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const TONE: Record<NoticeTone, { box: string; mark: string; word: string }> = {
  info: { box: 'border-info bg-info-soft', mark: 'text-info', word: 'К сведению' },
  success: { box: 'border-success bg-success-soft', mark: 'text-success', word: 'Готово' },
  warning: { box: 'border-warning bg-warning-soft', mark: 'text-warning', word: 'Внимание' },
  error: { box: 'border-danger bg-danger-soft', mark: 'text-danger', word: 'Ошибка' },
};

type Props = { tone?: NoticeTone; title?: string; children?: ReactNode; actions?: ReactNode; live?: boolean };

/**
 * A message on the page. `live` is for one that appears after an action: an error is then read out at once (alert), the
 * rest when the reader pauses (status). One that was there from the start is plain text with a heading.
 */
export function Notice({ tone = 'info', title, children, actions, live = false }: Props) {
  const { box, mark, word } = TONE[tone];
  const role = live ? (tone === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div
      role={role}
      data-keep=""
      className={`flex gap-3 rounded-md border-l-4 px-4 large:border-2 large:border-l-8 py-3 ${box}`}
    >
      <span className={`mt-0.5 ${mark}`}>
        <Icon name={tone} size={24} />
      </span>
      <div className="min-w-0 space-y-1">
        <p className="font-semibold">
          {title ?? word}
          {title && <span className="sr-only"> ({word.toLowerCase()})</span>}
        </p>
        {children && <div className="max-w-measure space-y-2">{children}</div>}
        {actions && <div className="flex flex-wrap gap-3 pt-2">{actions}</div>}
      </div>
    </div>
  );
}
