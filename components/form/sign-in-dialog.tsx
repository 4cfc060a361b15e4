'use client';

import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { buttonClass } from '@/components/ui/button-class';
import { ErrorSummary } from './error-summary';
import { FormPending, SubmitButton } from './submit-button';
import { TextInput } from './text-input';

const SENTENCES: Readonly<Record<string, string>> = {
  wrong: 'Неверная почта или пароль. Проверьте раскладку.',
  limit: 'Слишком много попыток входа. Подождите 15 минут.',
  totp: 'Введите и шесть цифр кода из приложения.',
  blocked: 'Доступ для этой почты закрыт. Обратитесь к администратору вашего центра.',
};
const LOST = 'Портал не ответил. Всё введённое осталось на экране – попробуйте ещё раз.';
const STRANGER = 'Вошёл другой человек. Ваши ответы остались на этом устройстве: обновите страницу, чтобы продолжить.';

type Answer = 'in' | 'totp' | { refused: string };

/** Signs in by next-auth's own door and makes sure that the same person is back. */
async function signIn(fields: FormData, userId: string): Promise<Answer> {
  const token: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json();
  const body = new URLSearchParams({ csrfToken: token.csrfToken, callbackUrl: '/home', json: 'true' });
  for (const name of ['email', 'password', 'code']) {
    const value = fields.get(name);
    if (typeof value === 'string') body.set(name, value);
  }
  const answer = await fetch('/api/auth/callback/credentials', { method: 'POST', body });
  if (!answer.ok) {
    const { url }: { url: string } = await answer.json();
    const code = new URL(url, location.origin).searchParams.get('error') ?? '';
    return code === 'totp' && !body.has('code') ? 'totp' : { refused: SENTENCES[code] ?? LOST };
  }
  const who: { userId?: string } = await (await fetch('/api/sign-in/who')).json();
  return who.userId === userId ? 'in' : { refused: STRANGER };
}

function SignInDialog({ userId, onEnd }: { userId: string; onEnd: (signedIn: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [refused, setRefused] = useState({ message: '', round: 0 });
  const [asksCode, setAsksCode] = useState(false);
  const [pending, setPending] = useState(false);

  useEffect(() => dialog.current?.showModal(), []);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await signIn(new FormData(event.currentTarget), userId).catch((): Answer => ({ refused: LOST }));
    setPending(false);
    if (answer === 'in') return onEnd(true);
    if (answer === 'totp') setAsksCode(true);
    const message = answer === 'totp' ? (SENTENCES.totp ?? '') : answer.refused;
    setRefused(({ round }) => ({ message, round: round + 1 }));
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={() => onEnd(false)}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-6 text-ink"
    >
      <h2 id={heading} className="text-xl">
        Вход завершился – войдите снова
      </h2>
      <p className="mt-2 mb-4 text-ink-soft">Всё, что вы ввели, осталось на месте и сохранится сразу после входа.</p>
      <form onSubmit={submit} noValidate className="space-y-4">
        {refused.message && <ErrorSummary key={refused.round} title={refused.message} />}
        <FormPending value={pending}>
          <TextInput name="email" type="email" label="Электронная почта" autoComplete="username" required />
          <TextInput name="password" type="password" label="Пароль" autoComplete="current-password" required />
          {asksCode && (
            <TextInput
              name="code"
              label="Код из приложения"
              inputMode="numeric"
              autoComplete="one-time-code"
              width="short"
              required
            />
          )}
          <div className="flex flex-wrap gap-3">
            <SubmitButton pendingText="Проверяем…">Войти</SubmitButton>
            <button type="button" className={buttonClass('quiet')} onClick={() => dialog.current?.close()}>
              Позже
            </button>
          </div>
        </FormPending>
      </form>
    </dialog>
  );
}

let open: Promise<boolean> | undefined;

/**
 * Signs the same person in again without leaving the page; true when that worked. False when he put it off or somebody
 * else signed in, whose page this is not. A second call while the dialog is open waits for the same answer.
 */
export function openSignInDialog(userId: string): Promise<boolean> {
  open ??= new Promise<boolean>((resolve) => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = createRoot(host);
    const end = (signedIn: boolean) => {
      open = undefined;
      resolve(signedIn);
      // After the event that closed the dialog, which React is still in the middle of.
      queueMicrotask(() => {
        root.unmount();
        host.remove();
      });
    };
    root.render(<SignInDialog userId={userId} onEnd={end} />);
  });
  return open;
}
