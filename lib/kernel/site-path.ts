/**
 * A path of our own to return to, or undefined: one leading slash, no second slash or backslash, no control characters
 * (browsers drop tabs and line breaks, so «/\t/evil» would leave the site). Hosts and schemes are refused.
 */
export function sitePath(text: string | null | undefined): string | undefined {
  if (!text?.startsWith('/') || text.startsWith('//') || text.length > 2000) return undefined;
  const safe = Array.from(text).every((c) => c !== '\\' && c.charCodeAt(0) > 31 && c.charCodeAt(0) !== 127);
  return safe ? text : undefined;
}

/** A code as it was written into an address; one that cannot be read names nothing. */
export function codeInAddress(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return '';
  }
}
