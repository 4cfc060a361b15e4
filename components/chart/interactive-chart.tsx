'use client';

import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';

/* Recharts weighs 101 kB: it is asked for by a person, never by a page. */
const InteractiveView = lazy(() => import('./interactive-view'));

export type InteractiveProps = {
  title: string;
  kind: 'line' | 'bar';
  /** Rows of named values; `x` names the one along the bottom. */
  rows: readonly Readonly<Record<string, string | number | null>>[];
  x: string;
  series: readonly { key: string; title: string }[];
};

/** «Открыть интерактивный вид»: the same numbers with values under the pointer. */
export function InteractiveChart(props: InteractiveProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="print:hidden">
      <button
        type="button"
        aria-expanded={open}
        className={buttonClass('quiet', 'small')}
        onClick={() => setOpen((was) => !was)}
      >
        {open ? 'Закрыть интерактивный вид' : 'Открыть интерактивный вид'}
      </button>
      {open && (
        <Suspense fallback={<p role="status">Загружаем…</p>}>
          <InteractiveView {...props} />
        </Suspense>
      )}
    </div>
  );
}
