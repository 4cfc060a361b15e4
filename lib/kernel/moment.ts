/** Moments are shown in the time zone of the municipality (IANA name), never in the server's. */
const format = (moment: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('ru-RU', { timeZone, ...options }).format(moment);

/** «23.11.2026». */
export const formatDate = (moment: Date, timeZone: string) =>
  format(moment, timeZone, { day: '2-digit', month: '2-digit', year: 'numeric' });

/** «14:32». */
export const formatTime = (moment: Date, timeZone: string) =>
  format(moment, timeZone, { hour: '2-digit', minute: '2-digit' });

/** «23.11.2026, 14:32». */
export const formatMoment = (moment: Date, timeZone: string) =>
  `${formatDate(moment, timeZone)}, ${formatTime(moment, timeZone)}`;

/** «23 ноября 2026 г.». */
export const formatDateLong = (moment: Date, timeZone: string) =>
  format(moment, timeZone, { day: 'numeric', month: 'long', year: 'numeric' });
