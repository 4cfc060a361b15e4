import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Text that opens under its title: a native <details>, so it works without JavaScript and can be found by search. */
export function Disclosure({ title, children, open }: { title: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} data-print="open" className="min-w-0">
      <summary className="inline-flex min-h-11 items-center gap-1.5 rounded-sm font-medium text-accent hover:text-accent-strong">
        <span className="details-mark print:hidden">
          <Icon name="right" size={16} />
        </span>
        {title}
      </summary>
      <div className="pt-2 pb-1">{children}</div>
    </details>
  );
}

/**
 * «i» beside a word: the explanation opens in place, so that it is read by touch and keyboard alike. Not inside
 * a <p>, which cannot hold <details>: put it into a <div>, <dt>, <li> or table cell.
 */
export function Explain({ about, children }: { about: string; children: ReactNode }) {
  return (
    <details className="inline-block max-w-full align-baseline open:block print:hidden">
      <summary
        aria-label={`Пояснение: ${about}`}
        className="inline-flex size-6 items-center justify-center rounded-full align-middle text-accent hover:bg-accent-soft pointer-coarse:size-11"
      >
        <Icon name="info" />
      </summary>
      <div className="my-2 max-w-measure rounded-md border-l-4 border-info bg-info-soft px-4 py-3 text-sm font-normal">
        {children}
      </div>
    </details>
  );
}
