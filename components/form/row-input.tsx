'use client';

import type { InputHTMLAttributes } from 'react';
import { useFieldId, useTyped } from './form-state';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> & {
  /** Ends in `[]`: one of several inputs of the same name. */
  readonly name: `${string}[]`;
  /** Its place among them, from 0; the first is where the error summary leads. */
  readonly index: number;
  /** Words above it; one whose row and column say them has `aria-label` alone. */
  readonly label?: string;
};

/** An input of a table of inputs; without JavaScript it shows again what was typed when the form comes back refused. */
export function RowInput({ index, label, defaultValue, ...native }: Props) {
  const typed = useTyped(native.name);
  const first = useFieldId()(native.name);
  const id = index === 0 ? first : `${first}-${index}`;
  const kept = Array.isArray(typed) ? typed[index] : undefined;
  return (
    <div className="min-w-0">
      {label !== undefined && (
        <label htmlFor={id} className="mb-1 block text-sm">
          {label}
        </label>
      )}
      <input {...native} id={id} className="control" defaultValue={typeof kept === 'string' ? kept : defaultValue} />
    </div>
  );
}
