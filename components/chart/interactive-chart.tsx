'use client';

import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import type { InteractiveProps } from './interactive-view';

/* Recharts weighs 101 kB: it is asked for by a person, never by a page. */
const InteractiveView = lazy(() => import('./interactive-view'));

/** «Открыть интерактивный вид»: the same numbers with values under the pointer. */
export function InteractiveChart(props: InteractiveProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="print:hidden">
      <button
        type="button"
        aria-expanded={open}
        className={`${buttonClass('quiet', 'small')} -ml-3`}
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
