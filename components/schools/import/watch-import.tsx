'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { Progress } from '@/components/ui/progress';
import { count } from '@/lib/kernel/russian';
import type { ImportState } from '@/lib/schools/import-queries';

type Props = { address: string; status: string; version: number; rowsDone: number; rowsTotal: number };

const BUSY_MS = 700;
const CALM_MS = 5000;

const isState = (body: object): body is ImportState => 'status' in body && 'version' in body && 'rowsDone' in body;

/**
 * Asks how far an import is while the page is in sight, and shows the page anew when it has moved on: here, or in a
 * colleague's window. Shows progress only while the file is being read.
 */
export function WatchImport({ address, status, version, rowsDone, rowsTotal }: Props) {
  const router = useRouter();
  const [rows, setRows] = useState({ done: rowsDone, total: rowsTotal });
  const isReading = status === 'READING';
  const [isRefreshing, startTransition] = useTransition();

  useEffect(() => {
    // A second refresh would throw the first one away, and on a slow line none would ever arrive.
    if (isRefreshing) return;
    let stopped = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const response = await fetch(address).catch(() => undefined);
      const body: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined;
      if (stopped || typeof body !== 'object' || body === null || !isState(body)) return;
      setRows({ done: body.rowsDone, total: body.rowsTotal });
      const movedOn = body.status !== status || (!isReading && body.version !== version);
      if (movedOn) startTransition(() => router.refresh());
    };
    const timer = setInterval(ask, isReading ? BUSY_MS : CALM_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [address, status, version, isReading, isRefreshing, router]);

  if (!isReading) return null;
  if (rows.total > 0) return <Progress label="Проверено" value={rows.done} max={rows.total} unit="строк" />;
  return (
    <p role="status" className="flex items-center gap-3 tabular-nums">
      <span
        aria-hidden="true"
        className="size-5 animate-spin rounded-full border-2 border-accent border-t-transparent motion-reduce:animate-none"
      />
      {rows.done > 0 ? `Прочитано: ${count(rows.done, ['строка', 'строки', 'строк'])}` : 'Открываем файл…'}
    </p>
  );
}
