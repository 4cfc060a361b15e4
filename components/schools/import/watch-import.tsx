'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
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

  useEffect(() => {
    let stopped = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const response = await fetch(address).catch(() => undefined);
      const body: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined;
      if (stopped || typeof body !== 'object' || body === null || !isState(body)) return;
      setRows({ done: body.rowsDone, total: body.rowsTotal });
      const movedOn = body.status !== status || (!isReading && body.version !== version);
      if (movedOn) router.refresh();
    };
    const timer = setInterval(ask, isReading ? BUSY_MS : CALM_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [address, status, version, isReading, router]);

  if (!isReading) return null;
  const isChecking = rows.total > 0;
  const share = isChecking ? Math.min(100, (100 * rows.done) / rows.total) : undefined;
  const number = (value: number) => new Intl.NumberFormat('ru-RU').format(value);
  const words = isChecking
    ? `Проверено строк: ${number(rows.done)} из ${number(rows.total)}`
    : rows.done > 0
      ? `Прочитано строк: ${number(rows.done)}`
      : 'Открываем файл';
  return (
    <div className="space-y-2">
      <p role="status" className="tabular-nums">
        {words}
      </p>
      <progress
        aria-label="Чтение файла"
        className="h-3 w-full accent-accent"
        max={100}
        {...(share === undefined ? {} : { value: share })}
      />
    </div>
  );
}
