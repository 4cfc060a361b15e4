'use client';

import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldProps, useControl } from './field';
import { useTypedText } from './form-state';
import type { FieldWidth } from './text-input';

export type Option = { value: string; label: string; hint?: string; disabled?: boolean };

type Native = Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | 'className' | 'id' | 'children'>;

type Props = FieldProps & Native & { options: readonly Option[]; empty?: string; width?: FieldWidth };

/** A native list. `empty` is the words of the first, empty choice: «Выберите школу». */
export function Select({ options, empty, width = 'half', label, hint, error, labelHidden, ...native }: Props) {
  const field = { name: native.name, required: native.required, label, hint, error, labelHidden };
  const { control, message } = useControl(field);
  const typed = useTypedText(native.name);
  const kept = typed === undefined ? native : { ...native, defaultValue: typed };
  return (
    <Field {...field} message={message}>
      <span className={width === 'full' ? 'block' : 'block max-w-md'}>
        <select {...kept} {...control} className="control">
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </Field>
  );
}
