'use client';

import { type ReactNode, useId, useRef } from 'react';
import { type ButtonVariant, buttonClass } from './button-class';

type Props = {
  /** The words on the button that opens the dialog. */
  trigger: string;
  variant?: ButtonVariant;
  /** The question, with the name of what will change. */
  title: string;
  /** A page that asks the same without JavaScript. */
  fallbackHref: string;
  /** The sentence of consequences and the form with its submit button. */
  children: ReactNode;
};

/** A question before what is hard to undo. Without JavaScript the trigger is a link to a page with the same form. */
export function ConfirmDialog({ trigger, variant = 'danger', title, fallbackHref, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  return (
    <>
      <a
        href={fallbackHref}
        className={buttonClass(variant)}
        data-plain=""
        aria-haspopup="dialog"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || !dialog.current) return;
          event.preventDefault();
          dialog.current.showModal();
        }}
      >
        {trigger}
      </a>
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-6 text-ink"
      >
        <h2 id={heading} className="text-xl">
          {title}
        </h2>
        <div className="mt-3 space-y-4">{children}</div>
        <form method="dialog" className="mt-4">
          <button type="submit" className={buttonClass('quiet')}>
            Отмена
          </button>
        </form>
      </dialog>
    </>
  );
}
