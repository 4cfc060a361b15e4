'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonSize, type ButtonVariant, buttonClass } from '@/components/ui/button-class';

/** Whether the form around is on its way to the server. */
export const FormPending = createContext(false);

type Props = {
  children: ReactNode;
  /** The words while the server thinks: «Сохраняем…». */
  pendingText?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  name?: string;
  value?: string;
  disabled?: boolean;
};

/** Sends the form once: while it is under way a second press does nothing, and the words say so. */
export function SubmitButton({ children, pendingText = 'Отправляем…', variant, size, disabled, ...rest }: Props) {
  const inActionForm = useContext(FormPending);
  const { pending: inPlainForm } = useFormStatus();
  const pending = inActionForm || inPlainForm;
  return (
    <button
      type="submit"
      className={buttonClass(variant, size)}
      disabled={disabled}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...rest}
    >
      {pending && (
        <span
          aria-hidden="true"
          className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
      )}
      <span aria-live="polite">{pending ? pendingText : children}</span>
    </button>
  );
}
