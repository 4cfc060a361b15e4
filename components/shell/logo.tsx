import { SiteLink } from '@/components/ui/site-link';

/** Three steps up, the last one open: help raises, and there is a next step. Also public/favicon.svg. */
export function LogoMark() {
  return (
    <svg viewBox="0 0 40 40" className="size-10 shrink-0" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="10" fill="var(--accent)" />
      <path
        d="M9 30h7v-6h7v-6h7v-8"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="12" cy="13" r="3.25" fill="var(--on-accent)" />
    </svg>
  );
}

/** The name of the centre, and of its municipality under it; leads to the first page. */
export function Brand({ name, note, href = '/' }: { name: string; note?: string; href?: string }) {
  return (
    <SiteLink href={href} data-plain="" className="flex min-w-0 items-center gap-3 rounded-md text-ink no-underline">
      <LogoMark />
      <span className="min-w-0">
        <span className="block font-semibold leading-tight max-sm:text-sm">{name}</span>
        {note && <span className="block text-sm leading-snug text-ink-soft">{note}</span>}
      </span>
    </SiteLink>
  );
}
