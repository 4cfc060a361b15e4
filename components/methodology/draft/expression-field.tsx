'use client';

import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { TextArea } from '@/components/form/text-area';
import type { ExpressionPlace } from '@/lib/methodology/draft/check-expression';
import type { ExpressionAnswer } from '@/lib/methodology/draft/check-request';

const PAUSE_MS = 350;

type Props = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  defaultValue?: string;
  /** Where it is checked while it is written. */
  checkAt: string;
  place: ExpressionPlace;
  /** How the saved expression reads; without JavaScript this is all that is said before the form is sent. */
  reading?: string;
};

type Said = { readonly isGood: boolean; readonly text: string; readonly names: ExpressionAnswer['names'] };

/** A condition or a formula: while one writes, the portal says how it reads it, or what is wrong and where. */
export function ExpressionField({ name, label, hint, required, defaultValue, checkAt, place, reading }: Props) {
  const [said, setSaid] = useState<Said | undefined>(reading ? { isGood: true, text: reading, names: [] } : undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const sent = useRef<AbortController | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current ?? undefined);
      sent.current?.abort();
    },
    [],
  );

  async function check(area: HTMLTextAreaElement) {
    sent.current?.abort();
    const asking = new AbortController();
    sent.current = asking;
    if (area.value.trim() === '') return setSaid(undefined);
    try {
      const response = await fetch(checkAt, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ place: placeOf(area, place), source: area.value, cursor: area.selectionStart }),
        signal: asking.signal,
      });
      if (!response.ok) throw new Error(String(response.status));
      const answer: ExpressionAnswer = await response.json();
      setSaid({
        isGood: answer.isGood,
        text: answer.isGood ? answer.reading : answer.problem,
        names: answer.names,
      });
    } catch {
      if (!asking.signal.aborted) setSaid({ isGood: false, text: UNCHECKED, names: [] });
    }
  }

  const soon = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const area = event.currentTarget;
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(() => void check(area), PAUSE_MS);
  };

  function insert(write: string) {
    const area = box.current?.querySelector('textarea');
    if (!area) return;
    const before = area.value.slice(0, area.selectionStart);
    const begun = /[\p{L}\d_.]+$/u.exec(before)?.[0] ?? '';
    const bracket = write.indexOf('(');
    const written = bracket > 0 && write.includes('): ') ? write.slice(0, bracket + 1) : write;
    area.setRangeText(written, area.selectionStart - begun.length, area.selectionStart, 'end');
    area.focus();
    void check(area);
  }

  return (
    <div ref={box} className="space-y-1.5">
      <TextArea
        name={name}
        label={label}
        hint={hint}
        required={required}
        rows={3}
        defaultValue={defaultValue}
        maxLength={2000}
        onChange={soon}
        spellCheck={false}
        autoCapitalize="off"
      />
      <div role="status" className="max-w-measure text-sm break-words">
        {said &&
          (said.isGood ? (
            <p className="text-ink-soft">
              <span className="font-medium text-success">Читается так:</span> {said.text}
            </p>
          ) : (
            <p className="text-danger">{said.text}</p>
          ))}
      </div>
      {said && said.names.length > 0 && (
        <ul aria-label="Подсказки" className="flex flex-wrap gap-2">
          {said.names.map(({ write, means }) => (
            <li key={write}>
              <button
                type="button"
                onClick={() => insert(write)}
                className="min-h-11 rounded-md border border-line bg-surface px-3 py-1 text-left text-sm hover:bg-sunken"
              >
                <code className="break-all">{write}</code>
                <span className="block text-ink-soft">{means}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const UNCHECKED = 'Проверить не удалось: нет связи с порталом. При сохранении портал проверит ещё раз.';

/** The unit of a measure is chosen in the same form and may have changed since the page was drawn. */
function placeOf(area: HTMLTextAreaElement, place: ExpressionPlace): object {
  if (place.kind !== 'measure') return place;
  const unit = area.form?.elements.namedItem('unit');
  return unit instanceof HTMLSelectElement && unit.value !== '' ? { ...place, unit: unit.value } : place;
}
