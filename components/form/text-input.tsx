'use client';

import type { InputHTMLAttributes } from 'react';
import { Field, type FieldProps, useControl } from './field';
import { useTypedText } from './form-state';

/** How much text is expected: the width is a hint in itself. */
export type FieldWidth = 'full' | 'half' | 'short' | 'tiny';

const WIDTH: Record<FieldWidth, string> = {
  full: 'block',
  half: 'block max-w-md',
  short: 'block max-w-48',
  tiny: 'block max-w-28',
};

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'className' | 'width' | 'id'>;

export type TextInputProps = FieldProps & Native & { width?: FieldWidth; unit?: string };

/** One line of text, a number (inputMode="numeric"), an address, a password. `unit` stands after the box. */
export function TextInput({ width = 'full', unit, label, hint, error, labelHidden, ...native }: TextInputProps) {
  const field = { name: native.name, required: native.required, label, hint, error, labelHidden };
  const { control, message } = useControl(field);
  const typed = useTypedText(native.name);
  const kept = typed === undefined ? native : { ...native, defaultValue: typed };
  return (
    <Field {...field} message={message}>
      <span className={unit ? 'flex items-center gap-2' : WIDTH[width]}>
        <span className={unit ? WIDTH[width] : 'block'}>
          <input type="text" {...kept} {...control} className="control" />
        </span>
        {unit && <span className="text-ink-soft">{unit}</span>}
      </span>
    </Field>
  );
}

/** A date by the browser's own picker; the value is «2026-11-23». */
export function DateInput(props: Omit<TextInputProps, 'type' | 'width' | 'unit'>) {
  return <TextInput {...props} type="date" width="short" />;
}

/** A file. The hint must name the allowed kinds and the largest size. */
export function FileInput({ label, hint, error, labelHidden, ...native }: FieldProps & Native) {
  const field = { name: native.name, required: native.required, label, hint, error, labelHidden };
  const { control, message } = useControl(field);
  return (
    <Field {...field} message={message}>
      <input
        {...native}
        {...control}
        type="file"
        className="block w-full rounded-md border border-dashed border-line-strong bg-surface p-3 text-sm file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-line-strong file:bg-surface file:px-4 file:text-base file:font-medium file:text-ink hover:file:bg-sunken"
      />
    </Field>
  );
}
