'use client';

import { type ReactNode, type SubmitEvent, useActionState, useRef, useState, useTransition } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormErrors } from '@/components/form/form-state';
import { FormPending, SubmitButton } from '@/components/form/submit-button';
import { buttonClass } from '@/components/ui/button-class';
import type { ActionResult } from '@/lib/access/action-result';

type Props = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  submit: string;
  label: string;
  children?: ReactNode;
  /** What stands around the link once it is ready. */
  words?: LinkWords;
};

type LinkWords = { readonly title: string; readonly label: string; readonly note: string };

const ONE_TIME: LinkWords = {
  title: 'Ссылка готова. Она показана один раз – скопируйте её сейчас.',
  label: 'Одноразовая ссылка',
  note: 'Ссылка открывается один раз и живёт семь дней. Отозвать её можно в списке пользователей.',
};

const LOST = 'Не удалось отправить: нет связи с порталом. Введённое осталось на месте – попробуйте ещё раз.';

/**
 * A form whose success is a one-time link, shown once in a box to copy. It carries no idempotency key on purpose: the
 * answer to a key is stored, and the link must not be. Pressed twice, it makes two links of which the last one works.
 */
export function OneTimeLinkForm({ action, submit, label, children, words = ONE_TIME }: Props) {
  const [answered, plainAction] = useActionState(action, null);
  const [sent, setSent] = useState<ActionResult | null>(null);
  const [pending, startTransition] = useTransition();
  const result = sent ?? answered;

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    if (pending) return;
    startTransition(async () => {
      const answer = await action(null, fields).catch((): ActionResult => ({ ok: false, message: LOST }));
      setSent(answer);
    });
  }

  const refused = result && !result.ok ? result : null;
  return (
    <div className="space-y-6">
      {result?.ok && result.message && <LinkToCopy link={result.message} words={words} />}
      <form action={plainAction} onSubmit={send} aria-label={label} noValidate className="space-y-6">
        {refused && <ErrorSummary key={JSON.stringify(refused)} title={refused.message} fields={refused.fields} />}
        <FormErrors value={refused?.fields ?? {}}>
          <FormPending value={pending}>
            {children}
            <SubmitButton pendingText="Делаем ссылку…">{result?.ok ? `${submit} ещё раз` : submit}</SubmitButton>
          </FormPending>
        </FormErrors>
      </form>
    </div>
  );
}

function LinkToCopy({ link, words }: { link: string; words: LinkWords }) {
  const box = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Without https browsers refuse the clipboard; the text stays selected for Ctrl+C.
      setCopied(false);
    }
  }

  return (
    <div role="status" className="space-y-3 rounded-md border-l-4 border-success bg-success-soft px-4 py-4">
      <p className="font-semibold">{words.title}</p>
      <div className="flex flex-wrap gap-3">
        <input
          ref={box}
          readOnly
          value={link}
          aria-label={words.label}
          className="control min-w-0 flex-1 basis-72"
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className={buttonClass('secondary')} onClick={copy}>
          {copied ? 'Скопировано' : 'Скопировать'}
        </button>
      </div>
      <p className="text-sm">{words.note}</p>
    </div>
  );
}
