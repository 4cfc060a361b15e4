'use client';

import type { ReactNode } from 'react';
import { useFieldError, useFieldId } from './form-state';

/** What every control takes besides its own attributes. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** An error known on the server; one from an ActionForm comes by itself. */
  error?: string;
  required?: boolean;
  /** The label stays for screen readers only, where a table heading already says it. */
  labelHidden?: boolean;
};

/** Attributes that tie a control to its label, hint and error. */
export function useControl({ name, hint, error, required }: FieldProps) {
  const message = useFieldError(name, error);
  const id = useFieldId()(name);
  const described = [hint ? `${id}-hint` : '', message ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    message,
    control: {
      id,
      name,
      required,
      'aria-invalid': message ? (true as const) : undefined,
      'aria-describedby': described || undefined,
    },
  };
}

export function FieldHint({ name, children }: { name: string; children: ReactNode }) {
  const id = useFieldId()(name);
  return (
    <div id={`${id}-hint`} className="max-w-measure text-sm text-ink-soft">
      {children}
    </div>
  );
}

export function FieldError({ name, children }: { name: string; children: ReactNode }) {
  const id = useFieldId()(name);
  return (
    <p id={`${id}-error`} className="font-medium text-danger">
      <span className="sr-only">Ошибка: </span>
      {children}
    </p>
  );
}

export function OptionalMark({ required }: { required?: boolean }) {
  return required ? null : <span className="font-normal text-ink-soft"> (необязательно)</span>;
}

/** Label, hint, error and control in their order; a refused field gets a bar at its side besides the words. */
export function Field({ children, message, ...field }: FieldProps & { children: ReactNode; message?: string }) {
  const id = useFieldId()(field.name);
  return (
    <div className={`min-w-0 space-y-1.5 ${message ? 'border-l-4 border-danger pl-4' : ''}`}>
      <label htmlFor={id} className={field.labelHidden ? 'sr-only' : 'block font-medium'}>
        {field.label}
        <OptionalMark required={field.required} />
      </label>
      {field.hint && <FieldHint name={field.name}>{field.hint}</FieldHint>}
      {message && <FieldError name={field.name}>{message}</FieldError>}
      {children}
    </div>
  );
}
