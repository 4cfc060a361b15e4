/** Set by proxy.ts on each request for a page: the path that was asked for, so that sign-in can lead back to it. */
export const PATH_HEADER = 'x-portal-path';
