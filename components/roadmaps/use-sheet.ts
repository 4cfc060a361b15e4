import { unstable_rethrow, useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { FormAction } from '@/components/form/action-form-leaf';
import { freshKey } from '@/components/form/idempotency-key';

export type SheetCell = 'number' | 'measure' | 'term' | 'responsible' | 'result' | 'form';

/** One change of a cell, as it was typed. */
export type CellChange = {
  readonly rowId: string;
  readonly cell: SheetCell;
  readonly was: string;
  readonly value: string;
};

/** What became of a change that is not yet the page's own. */
export type CellState = CellChange & {
  readonly fault?: string;
  /** What the cell says instead, where a colleague was faster: the refusal has told it. */
  readonly now?: string;
};

const LOST = 'Нет связи с порталом. Текст остался здесь – повторите.';

export const cellKey = ({ rowId, cell }: Pick<CellChange, 'rowId' | 'cell'>) => `${rowId} ${cell}`;

/**
 * Saves of cells, one after another. What is being saved or was refused stays in `open` with its text until it is saved or
 * given up; `last` is the newest one that was saved, so that it can be taken back.
 */
export function useSheet(save: FormAction) {
  const router = useRouter();
  const [open, setOpen] = useState<ReadonlyMap<string, CellState>>(new Map());
  const [last, setLast] = useState<{ change: CellChange; message: string } | null>(null);

  const put = (key: string, state: CellState | undefined) =>
    setOpen((known) => {
      const next = new Map(known);
      if (state) next.set(key, state);
      else next.delete(key);
      return next;
    });

  useEffect(() => {
    if (open.size === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [open.size]);

  async function send(change: CellChange) {
    const key = cellKey(change);
    put(key, change);
    const fields = new FormData();
    for (const [name, value] of Object.entries({ ...change, _key: freshKey() })) fields.set(name, value);
    try {
      const answer = await save(null, fields);
      const now = answer.ok ? undefined : answer.fields?.was;
      put(
        key,
        answer.ok
          ? undefined
          : { ...change, fault: answer.fields?.value ?? answer.message, ...(now === undefined ? {} : { now }) },
      );
      if (answer.ok) setLast({ change, message: answer.message ?? '' });
      else router.refresh();
    } catch (fault) {
      unstable_rethrow(fault);
      put(key, { ...change, fault: LOST });
    }
  }

  return { open, last, send, giveUp: (key: string) => put(key, undefined) };
}
