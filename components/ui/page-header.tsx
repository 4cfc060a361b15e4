import type { ReactNode } from 'react';
import { Icon } from './icon';
import { SiteLink } from './site-link';

export type Crumb = { href: string; title: string };

/** Where one is: the parents of a page, the page itself left out (its h1 says it). */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Где вы" className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-ink-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center gap-1">
            {index > 0 && <Icon name="right" size={16} />}
            <SiteLink href={crumb.href} className="link inline-block py-1">
              {crumb.title}
            </SiteLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type Props = {
  title: string;
  /** One or two sentences under the title: what this page is for. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** A word above the title, such as the campaign the page belongs to. */
  overline?: ReactNode;
  /** Badges beside the title. */
  status?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page: one h1, what it is for, what can be done here. */
export function PageHeader({ title, lead, crumbs, overline, status, actions }: Props) {
  return (
    <header className="mb-8 space-y-3 print:mb-4">
      {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-[48rem] flex-1 basis-80 space-y-2">
          {overline && <p className="text-sm font-medium text-ink-soft">{overline}</p>}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="text-2xl max-sm:text-[1.625rem]">{title}</h1>
            {status}
          </div>
          {lead && <div className="max-w-measure text-pretty text-ink-soft">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
    </header>
  );
}
