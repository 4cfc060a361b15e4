import 'server-only';
import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { csrfCookie, csrfToken } from '@/lib/access/csrf';
import { currentViewer } from '@/lib/access/current-viewer';
import { type DemoPerson, demoPeople } from '@/lib/access/demo-people';
import { TYPED_EMAIL_COOKIE } from '@/lib/access/sign-in-answer';
import { type SignInFailure, signInFailure } from '@/lib/access/sign-in-failure';
import { type SignInNotice, signInNotice } from '@/lib/access/sign-in-notice';
import { links } from '@/lib/kernel/links';
import { sitePath } from '@/lib/kernel/site-path';

export const signInSearch = z.object({
  callbackUrl: z.string().optional().catch(undefined),
  error: signInFailure.optional().catch(undefined),
  notice: signInNotice.optional().catch(undefined),
  email: z.string().max(254).optional().catch(undefined),
  prepared: z.literal('1').optional().catch(undefined),
});

export type SignInPage = {
  /** Absent when the browser keeps no cookies: then nobody can sign in, and the page says so. */
  readonly csrfToken: string | undefined;
  readonly callbackUrl: string;
  readonly email: string;
  /** Known for the demo's people only. */
  readonly password: string;
  readonly failure: SignInFailure | undefined;
  readonly notice: SignInNotice | undefined;
  readonly demo: readonly DemoPerson[];
};

/** What the sign-in page shows; somebody signed in goes on, a browser without the form's token fetches it first. */
export async function signInPage(search: z.infer<typeof signInSearch>): Promise<SignInPage> {
  const callbackUrl = sitePath(search.callbackUrl) ?? links.home();
  if (await currentViewer()) redirect(callbackUrl as Route);
  const jar = await cookies();
  const token = csrfToken(jar.get(csrfCookie())?.value);
  if (!token && !search.prepared)
    redirect(links.prepareSignIn({ ...search, callbackUrl: search.callbackUrl }) as Route);
  const demo = await demoPeople();
  const email = search.email ?? jar.get(TYPED_EMAIL_COOKIE)?.value ?? '';
  return {
    csrfToken: token,
    callbackUrl,
    email,
    password: demo.find((person) => person.email === email)?.password ?? '',
    failure: search.error,
    notice: search.notice,
    demo,
  };
}
