import type { ReactNode } from 'react';
import { formatShareOf } from '@/lib/kernel/percent';
import { SiteLink } from './site-link';

type Props = {
  label: string;
  value: ReactNode;
  /** The share under the number: numerator and denominator are always printed with it. */
  share?: { numerator: number; denominator: number };
  note?: ReactNode;
  /** A sign that repeats the label: the shape of a level. */
  mark?: ReactNode;
  /** The list behind the number. */
  href?: string;
};

/** One number of a dashboard. Where it counts something, it links to the list of what it counts. */
export function Stat({ label, value, share, note, mark, href }: Props) {
  return (
    <div
      data-keep=""
      className="relative flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface p-5 shadow-card max-sm:p-4"
    >
      <p className="text-sm text-ink-soft">
        {mark && <span className="mr-1.5 inline-block text-ink *:inline">{mark}</span>}
        {href ? (
          <SiteLink href={href} className="link after:absolute after:inset-0 after:rounded-lg">
            {label}
          </SiteLink>
        ) : (
          label
        )}
      </p>
      <p className="text-2xl font-semibold tabular-nums tracking-tight">{value}</p>
      {share && <p className="tabular-nums">{formatShareOf(share.numerator, share.denominator)}</p>}
      {note && <p className="text-sm text-ink-soft">{note}</p>}
    </div>
  );
}
