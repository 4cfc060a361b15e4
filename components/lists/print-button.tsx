'use client';

import { buttonClass } from '@/components/ui/button-class';

/** Opens the browser's print dialog; without JavaScript it is not there and the browser's menu serves. */
export function PrintButton() {
  return (
    <button type="button" className={buttonClass('secondary')} onClick={() => window.print()}>
      Распечатать
    </button>
  );
}
