import { createHash } from 'node:crypto';
import { canonicalJson } from '@/lib/methodology/canonical-json';
import type { Method } from '@/lib/methodology/method';

/** sha-256 of the canonical JSON of a value, 64 hex digits: the same content has the same hash. */
export const contentHash = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');

/** The hash of a version, whole: an assessment names it, and two municipalities compare by it. */
export const methodHash = (method: Method): string => contentHash(method);
