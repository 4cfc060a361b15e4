import type { ReactNode } from 'react';

/* A region that scrolls must take the focus, or a keyboard cannot scroll it (WCAG 2.1.1). */
const FOCUSABLE = { tabIndex: 0 } as const;

type Props = {
  /** The id of the element that names the region. */
  labelledBy: string;
  /** `narrow` scrolls sideways below 1536 px and lets headings stick to the window above it; `always` scrolls inside itself. */
  when?: 'narrow' | 'always';
  /** On a phone the content is cards: no frame around them. */
  bareOnPhone?: boolean;
  /** Inside a frame already. */
  bare?: boolean;
  children: ReactNode;
};

/** A frame round something wide: the page itself never scrolls sideways. */
export function ScrollRegion({ labelledBy, when = 'narrow', bareOnPhone = false, bare = false, children }: Props) {
  const scroll =
    when === 'always' ? 'max-h-[85vh] overflow-auto' : 'overflow-x-auto 2xl:overflow-visible large:overflow-x-auto';
  const frame = bare ? '' : 'rounded-lg border border-line bg-surface shadow-card';
  const phone = bareOnPhone ? 'max-md:border-0 max-md:bg-transparent max-md:shadow-none' : '';
  return (
    <section
      {...FOCUSABLE}
      aria-labelledby={labelledBy}
      className={`relative print:max-h-none print:overflow-visible print:border-0 ${frame} ${scroll} ${phone}`}
    >
      {children}
    </section>
  );
}
