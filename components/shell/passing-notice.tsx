'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A sentence about what has just been done, on the page `at`. It goes when one moves on, though the layout stays. */
export function PassingNotice({ at, children }: { at: string; children: ReactNode }) {
  if (usePathname() !== at) return null;
  return (
    <p role="status" className="mb-6 rounded-md border-l-4 border-success bg-success-soft px-4 py-3 font-medium">
      {children}
    </p>
  );
}
