import { formatNumber } from '@/lib/kernel/russian';
import { SiteLink } from './site-link';

export type Tab = { href: string; title: string; count?: number; current?: boolean };

/** Views of one thing as links: each has its own address, works without JavaScript and can be sent to a colleague. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1 max-sm:flex-wrap">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <SiteLink
              href={tab.href}
              data-plain=""
              aria-current={tab.current ? 'page' : undefined}
              className={`flex min-h-11 items-center gap-2 whitespace-nowrap border-b-4 px-4 pt-1 max-sm:px-3 ${
                tab.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink'
              }`}
            >
              {tab.title}
              {tab.count !== undefined && (
                <span className="rounded-full bg-sunken px-2 text-sm font-normal tabular-nums">
                  {formatNumber(tab.count)}
                </span>
              )}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
