'use client';

import { createContext, useContext } from 'react';

/** What the last refusal said about each field, by name; empty outside an ActionForm. */
export const FormErrors = createContext<Readonly<Record<string, string>>>({});

export function useFieldError(name: string, own?: string): string | undefined {
  const errors = useContext(FormErrors);
  return own ?? errors[name];
}

/** The id of a field's control: what a label, a hint and the error summary point at. */
export const fieldId = (name: string) => `field-${name.replace(/[^\w-]/g, '-')}`;
