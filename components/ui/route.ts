import type { Route } from 'next';
import { sitePath } from '@/lib/kernel/site-path';

/** Whether the router may be sent there: a path of this site. */
export const isRoute = (path: string | undefined): path is Route => sitePath(path) !== undefined;
