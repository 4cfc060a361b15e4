import { createHash } from 'node:crypto';

/**
 * The address a request came from: the last forwarded one that our own proxies vouch for, counted from the right.
 * Without proxies of ours the header is not believed and all callers count as one network.
 */
export function clientAddress(forwardedFor: string | null, trustedHops: number): string {
  if (trustedHops === 0 || !forwardedFor) return 'direct';
  const hops = forwardedFor.split(',').map((part) => part.trim());
  return hops.at(-trustedHops) ?? 'direct';
}

/** Counters hold a hash: neither addresses nor e-mails lie about in them. */
export const attemptKey = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex');
