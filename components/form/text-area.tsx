'use client';

import type { TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps, useControl } from './field';
import { useTypedText } from './form-state';

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | 'className' | 'id'>;

/** Several lines of text. */
export function TextArea({ label, hint, error, labelHidden, ...native }: FieldProps & Native) {
  const field = { name: native.name, required: native.required, label, hint, error, labelHidden };
  const { control, message } = useControl(field);
  const typed = useTypedText(native.name);
  const kept = typed === undefined ? native : { ...native, defaultValue: typed };
  return (
    <Field {...field} message={message}>
      <textarea rows={4} {...kept} {...control} className="control" />
    </Field>
  );
}
