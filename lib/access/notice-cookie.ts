/** The cookie that carries one sentence over a redirect: the shell shows it, proxy.ts takes it away. */
export const NOTICE_COOKIE = 'notice';
