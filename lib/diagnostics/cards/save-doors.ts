import 'server-only';
import type { Viewer } from '@/lib/access/viewer';
import { parseAnswersForm } from '@/lib/diagnostics/cards/answers-form';
import { SAVE_BODY_MAX, saveRequest } from '@/lib/diagnostics/cards/card-contract';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { UNSAVED_PAGE_POLICY, unsavedPage } from '@/lib/diagnostics/cards/unsaved-page';
import { Refusal } from '@/lib/kernel/refusal';
import { readText } from '@/lib/platform/request-body';

export const isPlainForm = (request: Request): boolean =>
  request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;

/** The door of the card's own script (autosave). */
export async function saveFromJson(viewer: Viewer, cardId: string, request: Request): Promise<Response> {
  const parsed = saveRequest.safeParse(parseJson(await readText(request, SAVE_BODY_MAX)));
  if (!parsed.success) {
    throw new Refusal('invalid', 'Портал не понял запрос. Обновите страницу: введённое сохранится в браузере.');
  }
  return Response.json(await saveAnswers(viewer, cardId, parsed.data));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The door of a plain form: 303 back to the section; what could not be saved is given back by the page (`unsaved`). */
export async function saveFromForm(viewer: Viewer, cardId: string, request: Request): Promise<Response> {
  const { key, section, answers, unanswered } = parseAnswersForm(await readText(request, SAVE_BODY_MAX));
  const response = await saveAnswers(viewer, cardId, { key, answers: [...answers] }, { form: { unanswered } });
  const query = new URLSearchParams({ saved: String(response.saved.length) });
  if (response.conflicts.length + response.refused.length > 0) query.set('unsaved', key);
  const anchor = section ? `#${encodeURIComponent(section)}` : '';
  return new Response(null, { status: 303, headers: { Location: `/cards/${cardId}?${query}${anchor}` } });
}

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * No typed text is ever lost: where a plain form is refused as a whole, the browser gets a page that holds all of it and
 * can send it again. A request from another site is refused as it is: nothing of it is shown back.
 */
export function keepingTypedText<H extends Handler>(handler: H): H {
  const keeping = async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    if (!isPlainForm(request)) return handler(request, context);
    const copy = request.clone();
    const response = await handler(request, context);
    if (response.status < 400 || response.status === 403 || response.status === 413) return response;
    const refusal: unknown = await response.json();
    const message: unknown = typeof refusal === 'object' && refusal !== null ? Reflect.get(refusal, 'message') : '';
    const html = unsavedPage({
      message: typeof message === 'string' ? message : '',
      status: response.status,
      action: new URL(request.url).pathname,
      body: await copy.text(),
    });
    return new Response(html, {
      status: response.status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'private, no-store',
        'Content-Security-Policy': UNSAVED_PAGE_POLICY,
      },
    });
  };
  return Object.assign(keeping, handler);
}
