import type { AnchorHTMLAttributes } from 'react';

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string };

/**
 * Every link of the kit. A path of our own is marked for `SiteNavigation`, which goes there without loading the page anew;
 * an anchor, a file or another host stays a plain link. Fifty links of a list cost fifty plain elements and no script.
 */
export function SiteLink({ href, ...rest }: Props) {
  const isOwn = href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/api/');
  return <a href={href} data-nav={isOwn ? '' : undefined} {...rest} />;
}
