import { zonedFormat } from '@/lib/kernel/zoned-format';

/** Moments are shown in the time zone of the municipality (IANA name), never in the server's. */
const DATE = zonedFormat('ru-RU', { day: '2-digit', month: '2-digit', year: 'numeric' });
const TIME = zonedFormat('ru-RU', { hour: '2-digit', minute: '2-digit' });
const LONG = zonedFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric' });

/** «23.11.2026». */
export const formatDate = (moment: Date, timeZone: string) => DATE(timeZone).format(moment);

/** «14:32». */
export const formatTime = (moment: Date, timeZone: string) => TIME(timeZone).format(moment);

/** «23.11.2026, 14:32». */
export const formatMoment = (moment: Date, timeZone: string) =>
  `${formatDate(moment, timeZone)}, ${formatTime(moment, timeZone)}`;

/** «23 ноября 2026 г.». */
export const formatDateLong = (moment: Date, timeZone: string) => LONG(timeZone).format(moment);
