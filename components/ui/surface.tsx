import { type ReactNode, useId } from 'react';

/** A quiet panel. `flush` leaves out the padding for tables that reach the edges. */
export function Surface({ children, flush = false }: { children: ReactNode; flush?: boolean }) {
  return (
    <div
      data-keep=""
      className={`min-w-0 rounded-lg border border-line bg-surface shadow-card print:border-0 print:p-0 ${flush ? 'overflow-clip' : 'p-5 sm:p-6'}`}
    >
      {children}
    </div>
  );
}

type SectionProps = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; id?: string };

/** A part of a page: a heading, an optional sentence, optional actions at the right, and the content. */
export function Section({ title, lead, actions, children, id }: SectionProps) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className="min-w-0 space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-measure space-y-1 sm:flex-1 sm:basis-72">
          <h2 id={heading} className="text-xl">
            {title}
          </h2>
          {lead && <p className="text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** The column of a page: parts stand one under another with one rhythm. */
export function Stack({ children, gap = 'wide' }: { children: ReactNode; gap?: 'wide' | 'medium' | 'narrow' }) {
  const space = { wide: 'space-y-10', medium: 'space-y-6', narrow: 'space-y-3' }[gap];
  return <div className={`min-w-0 ${space}`}>{children}</div>;
}

const COLUMNS = {
  2: 'grid-cols-1 @3xl:grid-cols-2',
  3: 'grid-cols-1 @2xl:grid-cols-3',
  4: 'grid-cols-1 @2xs:grid-cols-2 @3xl:grid-cols-4',
} as const;

/** Equal columns where they fit. It asks the room it stands in, not the window: larger letters mean fewer columns. */
export function Columns({ children, count = 2 }: { children: ReactNode; count?: 2 | 3 | 4 }) {
  return (
    <div className="@container min-w-0">
      <div className={`grid gap-3 sm:gap-4 *:min-w-0 ${COLUMNS[count]}`}>{children}</div>
    </div>
  );
}
