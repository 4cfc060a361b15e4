/** Time zones of one portal are few; whatever asks for more than this starts again. */
const KEPT = 200;

/**
 * A formatter of Intl for each time zone (IANA name), made once: making one costs more than a thousand uses of it. Refuses
 * an unknown zone with a RangeError, as Intl does.
 */
export function zonedFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const known = made.get(timeZone);
    if (known) return known;
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    if (made.size >= KEPT) made.clear();
    made.set(timeZone, format);
    return format;
  };
}
