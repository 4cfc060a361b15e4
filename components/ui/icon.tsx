import type { ReactNode } from 'react';

/** Drawn on a 24 × 24 grid with one stroke width; inline, so that a page needs no icon package and no request. */
const SHAPES = {
  bell: <path d="M6 10a6 6 0 1 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7Zm4 10h4" />,
  home: <path d="M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1Z" />,
  school: <path d="M3 20h18M5 20V10l7-5 7 5v10M10 20v-5h4v5M12 9.5v.01" />,
  card: (
    <path d="M6 3h12a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm2.5 5 1.2 1.2L12 7m2 1.5h2M8.5 14l1.2 1.200L12 13m2 1.500h2" />
  ),
  list: <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />,
  chart: <path d="M4 20h16M7 20v-7m5 7V5m5 15v-10" />,
  grid: <path d="M4 4h16v16H4ZM4 9.300h16M4 14.700h16M9.3 4v16M14.7 4v16" />,
  campaign: <path d="M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm-1 5h16M8 3v4m8-4v4" />,
  event: (
    <path d="M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm-1 5h16M8 3v4m8-4v4m-7 8 2 2 4-4" />
  ),
  method: (
    <path d="M12 6.500C10.3 5.2 7.8 4.7 4 5v13.500c3.8-.3 6.3.2 8 1.5 1.7-1.3 4.2-1.8 8-1.500V5c-3.8-.3-6.3.2-8 1.500Zm0 0V20" />
  ),
  roadmap: <path d="M4 6h9M4 12h13M4 18h7m4.5 0 1.8 1.800L21 16M18 6h2" />,
  advice: (
    <path d="M5 5h14a1 1 0 0 1 1 1v9.500a1 1 0 0 1-1 1h-6L8 20.500v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm3.5 6 2.5 2.500 4.500-5" />
  ),
  partner: (
    <path d="M8 10.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm8 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 19c0-2.800 2.200-5 5-5 1.600 0 3.100.7 4 1.900.9-1.200 2.400-1.900 4-1.900 2.800 0 5 2.200 5 5" />
  ),
  visit: (
    <path d="M4 5.500a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1V14a1 1 0 0 1-1 1h-7l-4.500 4v-4H5a1 1 0 0 1-1-1ZM8 8.500h8m-8 3h5" />
  ),
  order: <path d="M14 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V7Zm0 0v4h4M9.5 12h5m-5 4h5" />,
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9c0-3.3 2.7-6 6-6s6 2.7 6 6m1-16.500a3.5 3.5 0 0 1 0 7m2 3.700c1.8.9 3 2.9 3 5.3" />
  ),
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.500c0-3.7 3.4-6 7.5-6s7.5 2.3 7.5 6" />,
  settings: (
    <path d="M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />
  ),
  journal: <path d="M12 21a9 9 0 1 0-8.5-6M12 7v5l3.5 2M3 9.500V15h5.5" />,
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.700L20 20" />,
  filter: <path d="M4 6h16M7 12h10m-7 6h4" />,
  download: <path d="M12 4v11m0 0 4-4m-4 4-4-4M5 19.500h14" />,
  upload: <path d="M12 15.500V4.500m0 0 4 4m-4-4-4 4M5 19.500h14" />,
  print: (
    <path d="M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M7 14h10v6H7Z" />
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  edit: <path d="m14.5 6 3.5 3.500M4 20l.9-4.400L16 4.500a1.4 1.4 0 0 1 2 0L19.5 6a1.4 1.4 0 0 1 0 2L8.4 19.100Z" />,
  trash: <path d="M4.5 7h15M9 7V4h6v3m2.5 0-.8 13H7.300L6.5 7M10 11v5m4-5v5" />,
  check: <path d="m5 12.5 4.5 4.500L19 7.5" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  info: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v6m0-9.500v.01" />,
  warning: <path d="M12 4 2.8 20h18.400Zm0 6v4.500m0 2.800v.01" />,
  error: <path d="M8.3 3h7.400L21 8.300v7.400L15.7 21H8.300L3 15.700V8.300ZM12 7.500v5.500m0 3v.01" />,
  success: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-8.8 2.8 2.8 5.2-5.5" />,
  clock: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2" />,
  lock: <path d="M6 11h12v9H6Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3" />,
  return: <path d="M9 7 4 12l5 5M4.5 12H15a5 5 0 0 1 5 5v2" />,
  send: <path d="M4 12 20 4l-5 16-3.5-6.500ZM11.5 13.5 20 4" />,
  eye: (
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z" />
  ),
  moon: <path d="M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10Z" />,
  sun: (
    <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13.500V5m0 14v2.500M2.5 12H5m14 0h2.500M5.3 5.3 7 7m10 10 1.7 1.700M5.3 18.7 7 17M17 7l1.7-1.7" />
  ),
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  exit: <path d="M10 4H5a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h5m4-4 4.5-4L14 8m4 4H9" />,
  right: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
  left: <path d="m14.5 5.500L8 12l6.5 6.5" />,
  down: <path d="m5.5 9.5 6.5 6.5 6.5-6.5" />,
  sort: <path d="m8 9 4-4.500L16 9M8 15l4 4.5 4-4.5" />,
  ascending: <path d="M12 19.500v-15m0 0L6.5 10M12 4.500l5.5 5.5" />,
  descending: <path d="M12 4.500v15m0 0 5.5-5.500M12 19.5 6.5 14" />,
  file: <path d="M14 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V7Zm0 0v4h4" />,
  comment: <path d="M5 5h14a1 1 0 0 1 1 1v9.500a1 1 0 0 1-1 1h-6L8 20.500v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z" />,
  region: <path d="M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11Zm0-8.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** A picture beside a word. It is hidden from screen readers: the word says it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 | 24 | 32 }) {
  return (
    <svg viewBox="0 0 24 24" className={`icon icon-${size}`} aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}
