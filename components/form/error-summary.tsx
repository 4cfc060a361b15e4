'use client';

import { useEffect, useRef } from 'react';
import { useFieldId } from './form-state';

type Props = {
  title: string;
  /** Russian sentences by field name. A name that starts with «_» belongs to the whole form and gets no link. */
  fields?: Readonly<Record<string, string>>;
};

/** What was refused, at the top of the form: takes the focus, and each line leads to its field. */
export function ErrorSummary({ title, fields = {} }: Props) {
  const fieldId = useFieldId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const entries = Object.entries(fields);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border-2 border-danger bg-danger-soft px-5 py-4 text-ink"
    >
      <p className="text-lg font-semibold">{title}</p>
      {entries.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {entries.map(([name, sentence]) => (
            <li key={name}>
              {name.startsWith('_') ? (
                sentence
              ) : (
                <a
                  href={`#${fieldId(name)}`}
                  className="link font-medium"
                  onClick={(event) => {
                    const control = document.getElementById(fieldId(name));
                    if (!control) return;
                    event.preventDefault();
                    control.focus();
                  }}
                >
                  {sentence}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
