import { FORM_FIELDS } from '@/lib/diagnostics/cards/card-contract';
import { answerValue } from '@/lib/diagnostics/scoring/answer-value';
import { ANSWER_WORDS, UNANSWERED_WORDS } from '@/lib/diagnostics/words';

type Refused = { readonly message: string; readonly status: number; readonly action: string; readonly body: string };

/**
 * The page that a form without JavaScript gets when nothing could be saved (session ended, term over, database silent):
 * the reason, everything that was typed, and a button that sends the same once more. It needs neither a session nor the
 * database, so it stands even where both are gone. No script, no address but our own.
 */
export function unsavedPage({ message, status, action, body }: Refused): string {
  const fields = [...new URLSearchParams(body)];
  const hidden = fields
    .filter(([name]) => !name.startsWith(FORM_FIELDS.comment))
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  const comments = fields.filter(([name]) => name.startsWith(FORM_FIELDS.comment));
  const values = new Map(fields);
  const rows = comments.map(([name, comment]) => {
    const item = name.slice(FORM_FIELDS.comment.length);
    const chosen = answerValue.safeParse(values.get(FORM_FIELDS.value + item)).data;
    const number = values.get(FORM_FIELDS.number + item) ?? '';
    return `<p><label><b>${escapeHtml(item)}</b>: ${escapeHtml(number || (chosen ? ANSWER_WORDS[chosen] : UNANSWERED_WORDS))}. Комментарий:<br>
<textarea name="${escapeHtml(name)}" rows="2" style="width:100%;font:inherit">\n${escapeHtml(comment)}</textarea></label></p>`;
  });
  const signIn =
    status === 401
      ? '<p><a href="/login" target="_blank" rel="noopener">Войти в новой вкладке</a>, затем вернуться сюда и сохранить.</p>'
      : '';
  return `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ответы не сохранены</title></head>
<body style="font:1.125rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem">
<main><h1 style="font-size:1.5rem">Ответы не сохранены</h1>
<p role="alert">${escapeHtml(message)}</p>
<p>Всё, что вы ввели, осталось на этой странице. Не закрывайте её.</p>
${signIn}
<form method="post" action="${escapeHtml(action)}">${hidden.join('')}${rows.join('')}
<p><button style="font:inherit;padding:.75rem 1.5rem">Сохранить ещё раз</button></p></form></main></body></html>`;
}

/** The page allows nothing but itself, whatever was typed. */
export const UNSAVED_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
