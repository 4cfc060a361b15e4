'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { FormAction } from '@/components/form/action-form-leaf';
import { buttonClass } from '@/components/ui/button-class';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { cellKey, type SheetCell, useSheet } from './use-sheet';

export type SheetRow = Readonly<Record<SheetCell, string>> & {
  readonly id: string;
  readonly kind: 'SECTION' | 'SUBSECTION' | 'ROW' | 'SUBROW';
  readonly isDoubtful: boolean;
  /** The form of the row, for a browser without JavaScript. */
  readonly href: string;
};

type Props = { title: string; rows: readonly SheetRow[]; save: FormAction };
type Place = { readonly row: number; readonly column: number };

const COLUMNS: readonly { cell: SheetCell; title: string; width: string }[] = [
  { cell: 'number', title: '№', width: 'w-20' },
  { cell: 'measure', title: 'Мероприятие', width: 'w-[30%]' },
  { cell: 'term', title: 'Срок', width: 'w-36' },
  { cell: 'responsible', title: 'Ответственные', width: 'w-40' },
  { cell: 'result', title: 'Результат', width: '' },
  { cell: 'form', title: 'Форма представления', width: 'w-40' },
];
/** A heading has its number and its words. */
const widthOf = (row: SheetRow | undefined) => (row && isHeading(row) ? 2 : COLUMNS.length);
const isHeading = ({ kind }: SheetRow) => kind === 'SECTION' || kind === 'SUBSECTION';
const cellOf = (column: number): SheetCell => COLUMNS[column]?.cell ?? 'measure';

const nameOf = (column: string, { number }: SheetRow) => `${column}, строка ${number || 'без номера'}`;

/** The field of a cell takes the focus when it appears, with the cursor behind the text. */
function focusOnce(field: HTMLTextAreaElement | null) {
  if (!field || document.activeElement === field) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

export function SheetLeaf({ title, rows, save }: Props) {
  const caption = useId();
  const grid = useRef<HTMLTableElement>(null);
  const { open, last, send, giveUp } = useSheet(save);
  const [active, setActive] = useState<Place>({ row: 0, column: 1 });
  const [draft, setDraft] = useState<string | null>(null);
  // What the cell said when the edit began: a colleague's words that arrive meanwhile are not what was seen.
  const seen = useRef('');
  // A field that goes away may say «blur» once more: a text is sent once.
  const isTyping = useRef(false);

  const within = (place: Place): Place => {
    const row = Math.max(0, Math.min(rows.length - 1, place.row));
    return { row, column: Math.max(0, Math.min(widthOf(rows[row]) - 1, place.column)) };
  };

  /** Takes the focus along, after the cell that was edited is a cell again. */
  function go(place: Place) {
    const next = within(place);
    setActive(next);
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus(),
    );
  }

  const textAt = ({ row, column }: Place) => {
    const found = rows[row];
    const cell = cellOf(column);
    return found ? (open.get(cellKey({ rowId: found.id, cell }))?.value ?? found[cell]) : '';
  };

  function begin(place: Place, text = textAt(place)) {
    const row = rows[place.row];
    const cell = cellOf(place.column);
    const state = row && open.get(cellKey({ rowId: row.id, cell }));
    // Who has been told a colleague's words answers to them; one's own text that is on its way will have arrived.
    seen.current = state?.now ?? (state && !state.fault ? state.value : row?.[cell]) ?? '';
    isTyping.current = true;
    setActive(place);
    setDraft(text);
  }

  function commit() {
    const row = rows[active.row];
    const value = draft?.trim();
    setDraft(null);
    if (!isTyping.current || !row || value === undefined) return;
    isTyping.current = false;
    const cell = cellOf(active.column);
    const key = cellKey({ rowId: row.id, cell });
    if (value === seen.current) giveUp(key);
    else void send({ rowId: row.id, cell, was: seen.current, value });
  }

  function onCellKey(event: KeyboardEvent<HTMLElement>) {
    const step = STEPS[event.key];
    if (step) {
      const far = event.ctrlKey || event.metaKey;
      event.preventDefault();
      go({ row: active.row + (far ? step[0] * rows.length : step[0]), column: active.column + step[1] });
    } else if (event.key === 'F2') {
      event.preventDefault();
      begin(active);
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      begin(active, event.key);
    }
  }

  function onEditKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Escape') {
      event.preventDefault();
      isTyping.current = false;
      setDraft(null);
      go(active);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      commit();
      go({ ...active, row: active.row + 1 });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      commit();
      go({ ...active, column: active.column + (event.shiftKey ? -1 : 1) });
    }
  }

  return (
    <div className="space-y-3">
      <ScrollRegion labelledBy={caption} when="narrow">
        <table ref={grid} className="w-full min-w-5xl table-fixed border-collapse text-sm">
          <caption id={caption} className="sr-only">
            {title}
          </caption>
          <thead>
            <tr>
              {COLUMNS.map(({ cell, title: name, width }) => (
                <th
                  key={cell}
                  scope="col"
                  className={`sticky top-0 z-10 border-b border-line-strong bg-sunken px-3 py-2 text-left align-bottom font-semibold ${width}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.id} className={isHeading(row) ? 'bg-sunken font-semibold' : undefined}>
                {COLUMNS.slice(0, widthOf(row)).map(({ cell, title: name }, column) => {
                  const place = { row: rowIndex, column };
                  const isActive = active.row === rowIndex && active.column === column;
                  const state = open.get(cellKey({ rowId: row.id, cell }));
                  const isEdited = isActive && draft !== null;
                  return (
                    <td
                      key={cell}
                      colSpan={isHeading(row) && cell === 'measure' ? COLUMNS.length - 1 : undefined}
                      className={`h-11 border border-line align-top ${state?.fault ? 'bg-danger-soft' : ''}`}
                    >
                      {isEdited ? (
                        <textarea
                          ref={focusOnce}
                          aria-label={nameOf(name, row)}
                          maxLength={4000}
                          rows={Math.max(2, Math.ceil(draft.length / 28))}
                          value={draft}
                          onChange={(event) => setDraft(event.target.value)}
                          onKeyDown={onEditKey}
                          onBlur={commit}
                          className="block w-full resize-y bg-surface px-3 py-2.5"
                        />
                      ) : (
                        <button
                          type="button"
                          data-place={`${rowIndex}-${column}`}
                          tabIndex={isActive ? 0 : -1}
                          aria-label={`${nameOf(name, row)}: ${state?.value ?? (row[cell] || 'пусто')}`}
                          onFocus={() => setActive(place)}
                          onClick={() => begin(place)}
                          onKeyDown={onCellKey}
                          className={`block min-h-11 w-full cursor-text whitespace-pre-line break-words px-3 py-2.5 text-left ${row.kind === 'SUBROW' && cell === 'measure' ? 'pl-8' : ''}`}
                        >
                          {state?.value ?? row[cell]}
                          {cell === 'term' && row.isDoubtful && !state && (
                            <span className="mt-1 block text-xs text-ink-soft">понят не весь – проверьте</span>
                          )}
                        </button>
                      )}
                      {state?.fault && (
                        <p role="alert" className="px-3 pb-2 text-xs text-danger">
                          {state.fault}
                        </p>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p role="status" className="flex min-h-11 flex-wrap items-center gap-3 text-sm text-ink-soft">
        {[...open.values()].some(({ fault }) => !fault) ? 'Сохраняется…' : last?.message}
        {last && open.size === 0 && (
          <button
            type="button"
            className={buttonClass('quiet', 'small')}
            onClick={() => void send({ ...last.change, was: last.change.value, value: last.change.was })}
          >
            Вернуть как было
          </button>
        )}
      </p>
      <noscript>
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <a href={row.href} className="link">
                Править: {`${row.number} ${row.measure}`.trim()}
              </a>
            </li>
          ))}
        </ul>
      </noscript>
    </div>
  );
}
