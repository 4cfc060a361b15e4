'use client';

import { unstable_rethrow, useRouter } from 'next/navigation';
import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react';
import { isRoute } from '@/components/ui/route';
import type { ActionResult } from '@/lib/access/action-result';
import { ErrorSummary } from './error-summary';
import { FormErrors, FormScope, FormTyped } from './form-state';
import { freshKey } from './idempotency-key';
import { FormPending } from './submit-button';

/** The shape of a server action behind a form: the previous answer, then the fields. */
export type FormAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

type Props = {
  action: FormAction;
  firstKey: string;
  children: ReactNode;
  /** Empties the fields after a success: for «add another», not for «edit». */
  resetOnSuccess?: boolean;
  label?: string;
};

const LOST = 'Не удалось отправить: нет связи с порталом. Всё, что вы ввели, осталось на месте – попробуйте ещё раз.';

export function ActionFormLeaf({ action, firstKey, children, resetOnSuccess = false, label }: Props) {
  // The form's own action serves people without JavaScript. With it, React would clear the fields after every answer
  // (React 19 resets a form whose action has finished), so the submit is taken over and the same action called by hand.
  const [answered, plainAction] = useActionState(action, null);
  const [sent, setSent] = useState<{ result: ActionResult; round: number } | null>(null);
  const [key, setKey] = useState(firstKey);
  const [pending, startTransition] = useTransition();
  const busy = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const scope = `${useId().replace(/[^\w]/g, '')}-`;

  const result = sent?.result ?? answered;
  const round = sent?.round ?? 0;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const submitter = event.nativeEvent.submitter;
    const fields = new FormData(event.currentTarget, submitter);
    startTransition(async () => {
      try {
        const answer = await action(null, fields);
        setSent({ result: answer, round: round + 1 });
        if (answer.ok) setKey(freshKey());
      } catch (fault) {
        unstable_rethrow(fault);
        setSent({ result: { ok: false, message: LOST }, round: round + 1 });
      } finally {
        busy.current = false;
      }
    });
  }

  useEffect(() => {
    if (!result?.ok) return;
    if (resetOnSuccess) form.current?.reset();
    if (isRoute(result.to)) router.push(result.to);
  }, [result, resetOnSuccess, router]);

  const refused = result && !result.ok ? result : null;
  return (
    <form ref={form} action={plainAction} onSubmit={submit} aria-label={label} noValidate className="space-y-6">
      <FormScope value={scope}>
        {refused && <ErrorSummary key={round} title={refused.message} fields={refused.fields} />}
        {result?.ok && result.message && (
          <p
            key={round}
            role="status"
            className="rounded-md border-l-4 border-success bg-success-soft px-4 py-3 font-medium"
          >
            {result.message}
          </p>
        )}
        <input type="hidden" name="_key" value={key} />
        <FormErrors value={refused?.fields ?? {}}>
          <FormTyped value={refused?.typed}>
            <FormPending value={pending}>{children}</FormPending>
          </FormTyped>
        </FormErrors>
      </FormScope>
    </form>
  );
}
