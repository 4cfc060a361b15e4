import { THEME_COOKIE, VIEW_COOKIE } from '@/components/shell/view-settings';
import { assertOwnOrigin } from '@/lib/access/origin';
import { Refusal } from '@/lib/kernel/refusal';
import { sitePath } from '@/lib/kernel/site-path';
import { env } from '@/lib/platform/env';

const CHOICES = [
  { field: 'vision', cookie: VIEW_COOKIE, values: ['usual', 'large'] },
  { field: 'theme', cookie: THEME_COOKIE, values: ['auto', 'light', 'dark'] },
] as const;

const YEAR = 365 * 24 * 3600;

/**
 * Keeps how a person wants the portal drawn and returns to the page he came from. A plain form posts here, so it works
 * without JavaScript and signed out. Another site's form is refused, and the way back is a path of our own only.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    assertOwnOrigin(request.headers.get('origin'), env().PORTAL_ORIGIN);
  } catch (error) {
    if (error instanceof Refusal) return new Response(error.message, { status: error.status });
    throw error;
  }
  const form = await request.formData().catch(() => new FormData());
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const { field, cookie, values } of CHOICES) {
    const value = values.find((known) => known === form.get(field));
    if (value) headers.append('Set-Cookie', `${cookie}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`);
  }
  headers.set('Location', backPath(form.get('back'), request.headers.get('referer'), request.headers.get('host')));
  return new Response(null, { status: 303, headers });
}

/** The form's own `back`, else the page that sent the form when it is ours, else the first page. */
function backPath(back: FormDataEntryValue | null, referer: string | null, host: string | null): string {
  if (typeof back === 'string') return sitePath(back) ?? '/';
  if (!referer || !URL.canParse(referer)) return '/';
  const page = new URL(referer);
  return page.host === host ? (sitePath(page.pathname + page.search) ?? '/') : '/';
}
