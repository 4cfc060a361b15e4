'use client';

import { createContext, useContext } from 'react';

/** What the last refusal said about each field, by name; empty outside an ActionForm. */
export const FormErrors = createContext<Readonly<Record<string, string>>>({});

/** A name that ends in `[]` carries an array; the refusal knows it without the brackets, as the schema does. */
const plain = (name: string) => name.replace(/\[\]$/, '');

export function useFieldError(name: string, own?: string): string | undefined {
  const errors = useContext(FormErrors);
  return own ?? errors[plain(name)];
}

/** What was typed into a form that came back refused to a page without JavaScript; undefined where fields keep it. */
export const FormTyped = createContext<Readonly<Record<string, string | string[]>> | undefined>(undefined);

export function useTyped(name: string): string | readonly string[] | undefined {
  return useContext(FormTyped)?.[plain(name)];
}

/** The typed text of a field with one value. */
export function useTypedText(name: string): string | undefined {
  const typed = useTyped(name);
  return typeof typed === 'string' ? typed : undefined;
}

/** Whether a single box was ticked in a form that came back; undefined where fields keep it. An unticked box is not sent. */
export function useTypedTick(name: string, value: string): boolean | undefined {
  const typed = useContext(FormTyped);
  return typed && typed[plain(name)] === value;
}

/** Tells apart fields of the same name in two forms of one page; empty outside an ActionForm. */
export const FormScope = createContext('');

/** The id of a field's control: what a label, a hint and the error summary point at. */
export function useFieldId(): (name: string) => string {
  const scope = useContext(FormScope);
  return (name) => `field-${scope}${plain(name).replace(/[^\w-]/g, '-')}`;
}
