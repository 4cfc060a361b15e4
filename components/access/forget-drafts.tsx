'use client';

import { useEffect } from 'react';

/**
 * Wipes answers that wait unsent in this browser after a sign-out. The answer of the sign-out asks the browser for the
 * same by a header, which browsers ignore where the portal is opened without https.
 */
export function ForgetDrafts() {
  useEffect(() => {
    const forget = async () => {
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
    };
    // A browser that hides its storage (private mode) keeps nothing to wipe.
    forget().catch(() => undefined);
  }, []);
  return null;
}
