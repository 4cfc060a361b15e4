import Link from 'next/link';
import type { AnchorHTMLAttributes } from 'react';

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string };

/**
 * Every link of the kit. A path of our own goes through Next without prefetching (a list of fifty schools must not ask
 * the server for fifty pages); an anchor, a file or another host stays a plain link.
 */
export function SiteLink({ href, ...rest }: Props) {
  if (!href.startsWith('/') || href.startsWith('//') || href.startsWith('/api/')) return <a href={href} {...rest} />;
  const { pathname, search, hash } = new URL(href, 'http://site');
  return <Link href={{ pathname, search, hash }} prefetch={false} {...rest} />;
}
