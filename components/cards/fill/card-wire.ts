import type { AnswerInput, ChangesResponse, SaveResponse } from '@/lib/diagnostics/cards/card-contract';

/** How a save ended: taken, or why not and what that means for the next try. */
export type SaveEnd =
  | { readonly kind: 'taken'; readonly response: SaveResponse }
  /** No network, a busy or restarting server: the same will be tried again. */
  | { readonly kind: 'later'; readonly message: string }
  | { readonly kind: 'signed-out' }
  /** The card is closed or gone: trying again changes nothing. */
  | { readonly kind: 'stopped'; readonly message: string };

const OFFLINE = 'Нет связи с порталом. Ответы ждут в этом браузере и уйдут сами, как только связь вернётся.';
const BUSY = 'Портал сейчас не отвечает. Ответы ждут в этом браузере, попробуем ещё раз.';
const TIMEOUT_MS = 20_000;

async function read(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

const isSave = (body: Record<string, unknown>): body is Record<string, unknown> & SaveResponse =>
  Array.isArray(body.saved) && Array.isArray(body.conflicts) && Array.isArray(body.refused);

export async function sendAnswers(cardId: string, key: string, answers: readonly AnswerInput[]): Promise<SaveEnd> {
  try {
    const response = await fetch(`/api/cards/${cardId}/answers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key, answers }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await read(response);
    if (isSave(body)) return { kind: 'taken', response: body };
    if (response.status === 401) return { kind: 'signed-out' };
    const message = typeof body.message === 'string' ? body.message : BUSY;
    return [404, 409, 413, 422].includes(response.status) ? { kind: 'stopped', message } : { kind: 'later', message };
  } catch {
    return { kind: 'later', message: OFFLINE };
  }
}

/** What others have changed since `cursor`; undefined when it cannot be known right now. */
export async function fetchChanges(
  cardId: string,
  cursor: string,
): Promise<ChangesResponse | 'signed-out' | undefined> {
  try {
    const response = await fetch(`/api/cards/${cardId}/changes?since=${encodeURIComponent(cursor)}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 401) return 'signed-out';
    if (!response.ok) return undefined;
    const body: ChangesResponse = await response.json();
    return body;
  } catch {
    return undefined;
  }
}
