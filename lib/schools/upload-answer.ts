import 'server-only';
import { cookies } from 'next/headers';
import { links } from '@/lib/kernel/links';

/** Carries the sentence of a refusal back to the form, for one look. */
export const UPLOAD_REFUSAL_COOKIE = 'import-refusal';
const SECONDS = 15;

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const textOf = (answer: unknown, name: string): string => {
  const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : '';
  return typeof value === 'string' ? value : '';
};

type Back = (request: Request) => string;

/**
 * The form is plain, so its answer is a page: on to the import, or back to the form (`back`) with the reason. Somebody signed out
 * comes back to the form after signing in; a request from a foreign page or for a role without the right stays refused.
 */
export function backToUpload<H extends Handler>(handler: H, back: Back = links.importSchools): H {
  const answering = async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    const response = await handler(request, context);
    if (response.status === 403 || response.status === 404) return response;
    const answer: unknown = await response.json();
    const jar = await cookies();
    if (response.ok) {
      jar.delete(UPLOAD_REFUSAL_COOKIE);
      return seeOther(textOf(answer, 'to'));
    }
    if (response.status === 401) return seeOther(links.login({ callbackUrl: back(request) }));
    const refusal = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: SECONDS } as const;
    jar.set(UPLOAD_REFUSAL_COOKIE, textOf(answer, 'message'), refusal);
    return seeOther(back(request));
  };
  return Object.assign(answering, handler);
}

const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
