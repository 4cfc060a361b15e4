import type { ReactNode } from 'react';

/* A region that scrolls must take the focus, or a keyboard cannot scroll it (WCAG 2.1.1). */
const FOCUSABLE = { tabIndex: 0 } as const;

type Props = {
  /** The id of the element that names the region. */
  labelledBy: string;
  /** `narrow` scrolls below 1024 px and lets headings stick to the window above it; `always` scrolls inside itself. */
  when?: 'narrow' | 'always';
  /** On a phone the content is cards: no frame around them. */
  bareOnPhone?: boolean;
  children: ReactNode;
};

/** A frame round something wide: the page itself never scrolls sideways. */
export function ScrollRegion({ labelledBy, when = 'narrow', bareOnPhone = false, children }: Props) {
  const scroll = when === 'always' ? 'max-h-[85vh] overflow-auto' : 'overflow-x-auto lg:overflow-visible';
  const phone = bareOnPhone ? 'max-md:border-0 max-md:bg-transparent max-md:shadow-none' : '';
  return (
    <section
      {...FOCUSABLE}
      aria-labelledby={labelledBy}
      className={`relative rounded-lg border border-line bg-surface shadow-card print:max-h-none print:overflow-visible print:border-0 ${scroll} ${phone}`}
    >
      {children}
    </section>
  );
}
